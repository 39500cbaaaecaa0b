package answers

import (
	"bytes"

	yaml "go.yaml.in/yaml/v4"

	"smartro-wizard/wizard/value"
)

// scalarEnd gives the byte after a scalar. The parser tells only where it
// begins. Of a block scalar it is the end of its first line.
func scalarEnd(n *yaml.Node, src []byte, start int) int {
	switch {
	case start >= len(src):
		return len(src)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return lineEnd(src, start)
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := start + 1; i < len(src); i++ {
			switch src[i] {
			case '\\':
				i++
			case '"':
				return i + 1
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := start + 1; i < len(src); i++ {
			if src[i] != '\'' {
				continue
			}
			if i+1 == len(src) || src[i+1] != '\'' {
				return i + 1
			}
			i++
		}
	case bytes.HasPrefix(src[start:], []byte(n.Value)):
		return start + len(n.Value)
	}
	return lineEnd(src, start) // a plain scalar over several lines
}

func lineEnd(src []byte, start int) int {
	if n := bytes.IndexAny(src[start:], "\r\n"); n >= 0 {
		return start + n
	}
	return len(src)
}

// endOf gives the byte after a mapping or list: in flow style its bracket,
// else the end of what stands last in it.
func (y *yamlReader) endOf(n *yaml.Node, start int, inside []value.Value) int {
	src, end := y.src.text, start
	if len(inside) > 0 {
		end = inside[len(inside)-1].Span().End
	}
	if n.Style&yaml.FlowStyle == 0 {
		return end
	}
	if len(inside) == 0 {
		end++
	}
	for i := end; i < len(src); i++ {
		switch src[i] {
		case ' ', '\t', '\r', '\n', ',':
		case '#':
			i = lineEnd(src, i)
		case ']', '}':
			return i + 1
		default:
			return end
		}
	}
	return end
}

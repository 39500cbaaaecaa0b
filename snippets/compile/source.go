package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template/parse"
	"unicode"
)

// source is a parsed template. The block without a name is what stands outside
// of every define.
type source struct {
	path   string
	name   string // of the functions that are made of it
	blocks map[string]*parse.ListNode
}

func parseTemplate(dir, path string) (*source, error) {
	raw, err := os.ReadFile(filepath.Join(dir, path))
	if err != nil {
		return nil, err
	}
	trees, err := parse.Parse("", string(raw), "", "", map[string]any{"not": true})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	name, _, _ := strings.Cut(filepath.Base(path), ".")
	s := &source{path: filepath.ToSlash(path), name: strings.ToLower(name[:1]) + name[1:], blocks: map[string]*parse.ListNode{}}
	for block, tree := range trees {
		if block != "" || !parse.IsEmptyTree(tree.Root) {
			s.blocks[block] = tree.Root
		}
	}
	return s, nil
}

func (s *source) names() []string { return slices.Sorted(maps.Keys(s.blocks)) }

// function names the function of a block: partMoreText.
func (s *source) function(block string) string {
	name := s.name
	for _, word := range strings.FieldsFunc(block, func(r rune) bool { return !unicode.IsLetter(r) }) {
		name += strings.ToUpper(word[:1]) + word[1:]
	}
	if block == "" {
		name += "Whole"
	}
	return name
}

// entryBlocks are the blocks that get one entry: those called inside a range.
func entryBlocks(all []*source) map[string]bool {
	found := map[string]bool{}
	for _, s := range all {
		for _, list := range s.blocks {
			rangedCalls(list, false, found)
		}
	}
	return found
}

func rangedCalls(node parse.Node, ranged bool, found map[string]bool) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			rangedCalls(child, ranged, found)
		}
	case *parse.IfNode:
		rangedCalls(n.List, ranged, found)
		rangedCalls(n.ElseList, ranged, found)
	case *parse.RangeNode:
		rangedCalls(n.List, true, found)
	case *parse.TemplateNode:
		if ranged {
			found[n.Name] = true
		}
	}
}

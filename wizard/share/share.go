// Package share packs answers into one line for a message, a shell or an
// address, and reads it back: SW1. and base64url of a checksum and the
// deflated canonical JSON. A code is no secret and no signature; who has it
// has the answers.
package share

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"unicode"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// What can be wrong with a code.
var (
	ErrDamaged = errors.New("share code is damaged") // a character is missing, added or changed
	ErrNewer   = errors.New("share code is from a newer version")
)

const (
	mark    = "SW"
	Prefix  = mark + "1."
	longest = 2 << 20 // characters of a code; far over what answers within their limit take
)

// dictionary is what usual answers are made of, commonest last. It belongs to
// SW1 for good: with another one every code that is out there would be damaged.
//
//go:embed dictionary1.txt
var dictionary []byte

// Code packs answers. Without buyer, buyer data is left out and its names go
// to later. Answers over the limit of an answers file give "".
func Code(a wizard.Answers, buyer bool) string {
	if !buyer {
		a = WithoutBuyer(a)
	}
	plain := answers.JSON(a)
	if len(plain) > answers.MaxSize {
		return ""
	}
	var b bytes.Buffer
	b.Write(make([]byte, 4)) // the checksum's place
	w, err := flate.NewWriterDict(&b, flate.BestCompression, dictionary)
	if err == nil {
		_, err = w.Write(plain)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic("share: " + err.Error()) // a buffer takes everything and the level is a constant
	}
	packed := b.Bytes()
	binary.BigEndian.PutUint32(packed, crc32.ChecksumIEEE(packed[4:]))
	return Prefix + base64.RawURLEncoding.EncodeToString(packed)
}

// WithoutBuyer leaves out the parameters that say who the buyer is. Those that
// were given are left for later.
func WithoutBuyer(a wizard.Answers) wizard.Answers {
	a.Later = slices.Clone(a.Later)
	function := a.Call().Function
	for _, p := range slices.Concat(wizard.ParamsOf(function), wizard.OtherParamsOf(function)) {
		if !p.Personal || a.Params.Get(p.Path).IsAbsent() {
			continue
		}
		a.Params = removed(a.Params, p.Path)
		if !a.LeftOpen(p.Path) && !p.Untold {
			a.Later = append(a.Later, p.Path)
		}
	}
	return a
}

// removed takes a parameter away, and the objects around it that it leaves empty.
func removed(v value.Value, path string) value.Value {
	v = v.With(path, value.Value{})
	if i := strings.LastIndex(path, "."); i > 0 && v.Get(path[:i]).Len() == 0 {
		return removed(v, path[:i])
	}
	return v
}

// Looks reports whether s, blanks apart, begins like a share code.
func Looks(s string) bool {
	_, ok := body(strings.TrimSpace(s[:min(len(s), 64)]))
	return ok
}

// body is what stands behind the SW, digits and the dot; version is in front.
func body(s string) (version string, ok bool) {
	rest, ok := strings.CutPrefix(s, mark)
	version, _, dot := strings.Cut(rest, ".")
	digits := version != "" && strings.Trim(version, "0123456789") == ""
	return version, ok && dot && digits
}

// Open reads a code back; blanks and line ends inside are ignored. The error
// is one of ErrDamaged, ErrNewer.
func Open(code string) (wizard.Answers, error) {
	if len(code) > longest {
		return wizard.Answers{}, ErrDamaged
	}
	code = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, code)
	packed, newer := strings.CutPrefix(code, Prefix)
	if !newer {
		if _, ok := body(code); ok {
			return wizard.Answers{}, ErrNewer
		}
		return wizard.Answers{}, ErrDamaged
	}
	plain, err := unpack(packed)
	if err != nil {
		return wizard.Answers{}, ErrDamaged
	}
	return read(plain)
}

// unpack undoes base64 and deflate; a bomb ends at the limit of an answers file.
func unpack(packed string) ([]byte, error) {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(packed)
	if err != nil {
		return nil, err
	}
	if len(raw) < 4 || binary.BigEndian.Uint32(raw) != crc32.ChecksumIEEE(raw[4:]) {
		return nil, ErrDamaged
	}
	inflater := flate.NewReaderDict(bytes.NewReader(raw[4:]), dictionary)
	plain, err := io.ReadAll(io.LimitReader(inflater, answers.MaxSize+1))
	if err == nil && len(plain) > answers.MaxSize {
		err = ErrDamaged
	}
	return plain, err
}

// fromNewer are the findings about names that a later version may know.
var fromNewer = []string{
	"answers-version-newer", "answers-key-unknown", "answers-key-near", "answers-key-place",
	"answers-value-unknown", "answers-value-near", "answers-later-unknown", "answers-later-near",
}

// read takes answers only if nothing in them is strange. With the checksum
// right, an unknown key or value comes from a version that knows it.
func read(plain []byte) (wizard.Answers, error) {
	a, found := answers.Parse("share.json", plain, text.En)
	strange := func(f wizard.Finding) bool { return slices.Contains(fromNewer, f.Rule) }
	if slices.ContainsFunc(found, strange) || slices.ContainsFunc(answers.Check(a, text.En), strange) {
		return wizard.Answers{}, ErrNewer
	}
	if len(found) > 0 {
		return wizard.Answers{}, ErrDamaged
	}
	return a, nil
}

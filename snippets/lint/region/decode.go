package region

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

// MaxFile is the size of the largest file that is read.
const MaxFile = 10 << 20

// Why a file is not read at all.
var (
	ErrTooLarge = errors.New("the file is too large")
	ErrBinary   = errors.New("the file is no text")
)

// Decode gives the text of a file: UTF-8, UTF-16 with its mark, or EUC-KR as
// browsers read it.
func Decode(raw []byte) (string, error) {
	switch {
	case len(raw) > MaxFile:
		return "", ErrTooLarge
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}), bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return decoded(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), raw)
	case bytes.IndexByte(raw[:min(len(raw), 8<<10)], 0) >= 0:
		return "", ErrBinary
	case utf8.Valid(raw):
		return string(bytes.TrimPrefix(raw, []byte("\ufeff"))), nil
	}
	if text, err := decoded(korean.EUCKR, raw); err == nil && bytes.Count([]byte(text), []byte("\ufffd")) == 0 {
		return text, nil
	}
	return string(bytes.ToValidUTF8(raw, []byte("\ufffd"))), nil
}

func decoded(e encoding.Encoding, raw []byte) (string, error) {
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return "", ErrBinary
	}
	return string(text), nil
}

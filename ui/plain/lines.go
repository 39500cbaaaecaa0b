package plain

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/ui/lineedit"
)

// maxLine is the most bytes that a line may have. A file that was piped in by
// mistake has longer ones.
const maxLine = 64 << 10

// mostUnfit is how many lines that are no text are explained one by one.
const mostUnfit = 20

var errNotText = errors.New("the input is no text")

// What is wrong with a line that was read whole and cannot be an answer.
var (
	errLong  = errors.New("the line is too long")
	errBytes = errors.New("the line is not UTF-8")
	errEUCKR = errors.New("the line is EUC-KR")
)

// lines reads one line at a time, each when it is asked for, so that nothing
// is taken from the input that belongs to somebody else.
type lines struct {
	asks chan bool // true for a line of code, as it stands
	got  chan line
}

type line struct {
	text    string
	changed lineedit.Cleaned
	err     error
}

func read(in io.Reader) *lines {
	l := &lines{asks: make(chan bool, 1), got: make(chan line, 1)}
	r := bufio.NewReaderSize(in, maxLine+2) // a line, CR and LF
	go func() {
		for code := range l.asks {
			if code {
				l.got <- whole(r)
			} else {
				l.got <- next(r)
			}
		}
	}()
	return l
}

// next gives the next line, without its end and cleaned as a paste is.
func (l *lines) next(ctx context.Context) (line, error) { return l.ask(ctx, false) }

// code gives the next line as it stands, without its end: pasted code is not
// cleaned.
func (l *lines) code(ctx context.Context) (line, error) { return l.ask(ctx, true) }

func (l *lines) ask(ctx context.Context, code bool) (line, error) {
	if err := ctx.Err(); err != nil {
		return line{}, err
	}
	l.asks <- code
	select {
	case got := <-l.got:
		return got, nil
	case <-ctx.Done():
		return line{}, ctx.Err()
	}
}

func next(r *bufio.Reader) line {
	raw, err := r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = r.ReadSlice('\n')
		}
		return line{err: errLong}
	}
	if err != nil && (len(raw) == 0 || !errors.Is(err, io.EOF)) {
		return line{err: err}
	}
	raw = bytes.TrimSuffix(bytes.TrimSuffix(raw, []byte("\n")), []byte("\r"))
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if len(raw) > maxLine {
		return line{err: errLong}
	}
	if !utf8.Valid(raw) {
		return line{err: encodingOf(raw)}
	}
	text, changed := lineedit.Clean(string(raw))
	return line{text: text, changed: changed}
}

// whole reads a line of any length that a file may have. What is longer is
// read to its end and refused.
func whole(r *bufio.Reader) line {
	var all []byte
	for {
		piece, err := r.ReadSlice('\n')
		if len(all) <= lint.MaxFile {
			all = append(all, piece...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (len(all) == 0 || !errors.Is(err, io.EOF)):
			return line{err: err}
		case len(all) > lint.MaxFile:
			return line{err: errLong}
		}
		return line{text: string(bytes.TrimSuffix(bytes.TrimSuffix(all, []byte("\n")), []byte("\r")))}
	}
}

// encodingOf tells Korean in the old encoding from other bytes.
func encodingOf(raw []byte) error {
	decoded, err := korean.EUCKR.NewDecoder().Bytes(raw)
	if err != nil || strings.ContainsRune(string(decoded), utf8.RuneError) {
		return errBytes
	}
	for _, r := range string(decoded) {
		if r >= '가' && r <= '힣' {
			return errEUCKR
		}
	}
	return errBytes
}

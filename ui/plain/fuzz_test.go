package plain_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"smartro-wizard/ui/plain"
)

// Whatever comes in, the conversation ends, and what it says is text.
func FuzzConversation(f *testing.F) {
	for _, lines := range [][]string{quickLines, guidedLines, {"SW1.AAAA", "4", "x"}, {"2", "목록", "99", "5", "=", "?", "그만"}} {
		f.Add([]byte(strings.Join(lines, "\n")))
	}
	f.Add([]byte("\xff\xfe\x00\n\x1b]0;x\x07\n\u202e\r\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) > 2000 {
			return // thousands of lines say nothing new
		}
		var out, said bytes.Buffer
		_, err := plain.Run(t.Context(), plain.Config{In: bytes.NewReader(in), Out: &out, Err: &said})
		looked := strings.Contains(said.String(), "점(.)만 있는") || strings.Contains(said.String(), "문구를 한 줄로") // and made nothing
		if (err == nil) != (out.Len() > 0) && !(looked && err == nil) {
			t.Errorf("ended with %v and wrote %d bytes", err, out.Len())
		}
		if !utf8.Valid(said.Bytes()) {
			t.Errorf("said %q", said.Bytes())
		}
		for _, r := range said.String() {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200d') {
				t.Fatalf("said %q", r)
			}
		}
	})
}

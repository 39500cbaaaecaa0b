package report

import (
	"testing"

	"smartro-wizard/snippets"
)

func TestSeveralFilesBeginWithACommentThatNamesThem(t *testing.T) {
	files := []snippets.File{
		{Path: "a/pay.html", Language: "html", Body: "<p>\n"},
		{Path: "server.py", Language: "python", Body: "x = 1\n"},
		{Path: "Pay.tsx", Language: "tsx", Body: "y\n"},
	}
	want := "<!-- file: a/pay.html -->\n<p>\n# file: server.py\nx = 1\n// file: Pay.tsx\ny\n"
	if got, err := Files(files, false); err != nil || string(got) != want {
		t.Errorf("got\n%s, %v", got, err)
	}
	if got, err := Files(files[:1], false); err != nil || string(got) != "<p>\n" {
		t.Errorf("one file: %q, %v", got, err)
	}
	old := []snippets.File{{Path: "old.html", Language: "html", Encoding: "euc-kr", Body: "가\n"}}
	for screen, want := range map[bool]string{true: "가\n", false: "\xb0\xa1\n"} {
		if got, err := Files(old, screen); err != nil || string(got) != want {
			t.Errorf("screen %v: %q, %v, want %q", screen, got, err, want)
		}
	}
}

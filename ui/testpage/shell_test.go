package testpage

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/assets"
	"smartro-wizard/wizard/text"
)

// element gives what stands in the one element that begins so.
func element(t *testing.T, page, begin, end string) string {
	t.Helper()
	if n := strings.Count(page, begin); n != 1 {
		t.Fatalf("%s stands there %d times", begin, n)
	}
	_, rest, _ := strings.Cut(page, begin)
	inside, _, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatalf("%s has no end", begin)
	}
	return inside
}

// Whatever the data holds, it comes out of its element as it went in, and the
// rest of the page is the same.
func TestDataStaysInItsElement(t *testing.T) {
	harmless := pageData{Kind: "page", Lang: text.Ko, Name: "x"}
	usual, err := shell(harmless, "NONCE")
	if err != nil {
		t.Fatal(err)
	}
	begin := `<script type="application/json" id="data" nonce="NONCE">`
	for _, hostile := range []string{
		"</script><script>alert(1)</script>", "<!--<script>", "-->", "]]>", "</SCRIPT ", `"}`, `\`, "&lt;&#34;",
		"{{nonce}}{{js}}{{data}}{{", "\u2028\u2029", "\u202e\u200b\x00\x1b[2J", "\xff\xfe", "김'밥`${1}`",
	} {
		data := pageData{Kind: hostile, Lang: text.Ko, Name: hostile, Script: hostile, UserCode: hostile,
			Rows: []row{{Path: hostile, Value: hostile, Label: text.Pair{Ko: hostile}}}}
		page, err := shell(data, "NONCE")
		if err != nil {
			t.Fatal(err)
		}
		raw := element(t, page, begin, "</script>")
		if strings.ContainsAny(raw, "<>&\u2028\u2029") {
			t.Errorf("%q: a sign of markup is in %s", hostile, raw)
		}
		var back pageData
		if err := json.Unmarshal([]byte(raw), &back); err != nil {
			t.Fatalf("%q: %v", hostile, err)
		}
		if want := string([]rune(hostile)); back.Rows[0].Value != want {
			t.Errorf("got %q, want %q", back.Rows[0].Value, want)
		}
		if rest := strings.Replace(page, raw, element(t, usual, begin, "</script>"), 1); rest != usual {
			t.Errorf("%q changed the page around it", hostile)
		}
	}
}

// What is put in as it stands ends no element and holds no mark.
func TestOurOwnPartsFitTheirPlaces(t *testing.T) {
	ends := regexp.MustCompile(`(?i)</(style|script)|<!--|\{\{`)
	for _, name := range []string{"page.css", "view.js", "page.js"} {
		raw, err := assets.Files.ReadFile("page/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if bad := ends.FindString(string(raw)); bad != "" || len(raw) == 0 {
			t.Errorf("%s holds %q", name, bad)
		}
	}
	for _, l := range text.Langs {
		page, err := shell(pageData{Lang: l}, "NONCE")
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(page, "{{") {
			t.Error("a mark was not filled")
		}
		if got, want := strings.Count(page, `nonce="NONCE"`), strings.Count(page, "<script"); got != want {
			t.Errorf("%d scripts have the nonce, want %d", got, want)
		}
		if !strings.Contains(page, `<html lang="`+string(l)+`">`) || element(t, page, "<title>", "</title>") != text.Of(l, "page.title") {
			t.Errorf("%s: language or title is missing", l)
		}
		if len(element(t, page, "<style>", "</style>")) < 1000 || len(element(t, page, `<script type="module" nonce="NONCE">`, "</script>")) < 1000 {
			t.Error("style or script is missing")
		}
	}
}

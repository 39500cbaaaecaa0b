package cli

import (
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
)

// TestLetterAsksForTheServerThatThePageCalls holds the letter to the code that
// is sent with it: the address, and the word that the page waits for.
func TestLetterAsksForTheServerThatThePageCalls(t *testing.T) {
	tests := []struct {
		name string
		set  []string
		word string
	}{
		{"card", nil, "paid"},
		{"virtual account", []string{"params.pay_method=vbank", "make.vbank_due.days=3"}, "ready"},
		{"billing", []string{"type=billing", "params.customer_uid=card1", "params.customer_id=member1"}, "registered"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, found := answers.Decode("card.yaml", []byte(card), text.En)
			for _, s := range tt.set {
				path, val, _ := strings.Cut(s, "=")
				var more []wizard.Finding
				a, more = answers.Set(a, path, val, text.En)
				found = append(found, more...)
			}
			if len(found) > 0 {
				t.Fatal(found)
			}
			out, err := snippets.Generate(a, "html")
			if err != nil {
				t.Fatal(err)
			}
			code := out.Files[0].Body
			waits := regexp.MustCompile(`status === "([a-z]+)"`).FindStringSubmatch(code)
			letter, _ := handover.Letter("server", a, text.En)
			if waits == nil || waits[1] != tt.word || !strings.Contains(letter, "answer in JSON with status "+tt.word) {
				t.Errorf("the page waits for %q, the letter asks for %q:\n%s", waits, tt.word, letter)
			}
			if !strings.Contains(code, `"/payments/complete"`) || !strings.Contains(letter, "POST /payments/complete.") {
				t.Error("the page and the letter name different addresses")
			}
		})
	}
}

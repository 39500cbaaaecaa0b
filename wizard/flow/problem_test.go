package flow_test

import (
	"strings"
	"testing"

	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

const today = "2026-11-21"

func TestProblemsOfAnAnswer(t *testing.T) {
	extras := flow.Guided().With("extras", flow.Entry{Picked: []string{"tax_free", "period"}})
	fixed := flow.Guided().With("order_id_source", flow.Entry{Text: "fixed"})
	made := flow.Guided().With("order_id_source", flow.Entry{Text: "browser"})
	secret := strings.Repeat("a1B2", 12)
	cases := []struct {
		name   string
		d      flow.Draft
		id     string
		typed  string
		rule   string // "" for what flow says itself, "-" for no problem
		blocks bool
		to     string // what Mend makes of it, "-" where it does nothing
	}{
		{"a good amount", extras, "amount", "1004", "-", false, "-"},
		{"an amount with a comma", extras, "amount", "1,004", "amount-number-type", true, "1004"},
		{"nothing to pay", extras, "amount", "0", "amount-positive", true, "-"},
		{"an emptied amount", extras, "amount", "", "amount-number-type", true, "-"},
		{"more free of tax than there is", extras, "tax_free", "2000", "tax-free-range", true, "-"},
		{"no tax-free part", extras, "tax_free", "", "", true, "-"},
		{"a term of no days", extras, "period", "0", "", true, "-"},
		{"one date", extras, "period", "20261201", "period-both-dates", false, "-"},
		{"dates the wrong way round", extras, "period", "20261231 20261201", "period-order", false, "20261201 20261231"},
		{"no phone number", extras, "buyer_tel", "", "buyer-tel-required", true, "-"},
		{"no buyer's name", extras, "buyer_name", "", "-", false, "-"},
		{"no user code", extras, "user_code", "", "", true, "-"},
		{"blanks around a user code", extras, "user_code", "  imp12345678 ", "-", false, "-"},
		{"an unusual user code", extras, "user_code", "imp123", "imp-init-user-code", false, "-"},
		{"a MID as user code", extras, "user_code", "t_2302141m", "", true, "-"},
		{"a store id as user code", extras, "user_code", storeID, "", true, ""},
		{"a key as user code", extras, "user_code", key, "", true, ""},
		{"a user code as key", extras, "channel_key", userCode, "", true, ""},
		{"a secret as key", extras, "channel_key", secret, "", true, "-"},
		{"a secret as buyer's name", extras, "buyer_name", secret, "", true, "-"},
		{"an order number with a hyphen", fixed, "order_id_fixed", "order-1", "merchant-uid-charset", true, "order1"},
		{"a long order number is no secret", fixed, "order_id_fixed", strings.Repeat("a1", 20), "-", false, "-"},
		{"an order number is PortOne's", fixed, "order_id_fixed", "imp_123456789012", "", true, "-"},
		{"no order number yet", fixed, "order_id_source", "fixed", "-", false, "-"},
		{"a prefix too long", made, "order_id_prefix", "order12345", "merchant-uid-uuid-hyphen", true, "-"},
		{"no prefix", made, "order_id_prefix", "", "-", false, "-"},
		{"an option that is none", extras, "channel_ready", "perhaps", "", true, "-"},
		{"a return address without a scheme", extras, "m_redirect_url", "shop.example.com/r", "m-redirect-url-absolute", true, "-"},
		{"a long path is no secret", extras, "m_redirect_url", "/" + secret, "-", false, "-"},
		{"brackets in a channel's name", extras, "channel_name", "스마트로(1)", "channel-name-charset", true, "-"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := c.d.Go(c.id).With(c.id, flow.Entry{Text: c.typed})
			ps := d.Problems(c.id, today, text.En)
			rule, blocks := "-", false
			for _, p := range ps {
				if p.Finding.State == "found" && p.Finding.Severity != "info" {
					rule, blocks = p.Finding.Rule, p.Blocks
					break
				}
			}
			if rule != c.rule || blocks != c.blocks {
				t.Errorf("says %q blocks %t, want %q %t", rule, blocks, c.rule, c.blocks)
			}
			if _, ok := d.Next(); ok == c.blocks {
				t.Errorf("Next is %t", ok)
			}
			mended, was, ok := d.Mend(c.id, today)
			if got := mended.Entry(c.id).Text; ok != (c.to != "-") || ok && got != c.to {
				t.Errorf("mended to %q (%t), want %q", got, ok, c.to)
			}
			if ok && was.Text != c.typed {
				t.Errorf("undo gives %q, want %q", was.Text, c.typed)
			}
			if strings.Contains(c.name, "a secret") && d.Entry(c.id).Text != "" {
				t.Errorf("a secret stays in the field: %q", d.Entry(c.id).Text)
			}
		})
	}
}

func TestAValueInTheWrongBoxMoves(t *testing.T) {
	t.Run("back to the question before, which stays passed", func(t *testing.T) {
		d := flow.Quick().With("user_code", flow.Entry{Later: true})
		d, _ = d.Next()
		d, _, ok := d.With("channel_key", flow.Entry{Text: userCode}).Mend("channel_key", today)
		if !ok || d.Entry("user_code").Text != userCode || d.Entry("channel_key").Text != "" || !d.Confirmed("user_code") {
			t.Errorf("user code %+v, key %+v", d.Entry("user_code"), d.Entry("channel_key"))
		}
	})
	t.Run("two values in each other's place change places", func(t *testing.T) {
		d := flow.Quick().With("channel_key", flow.Entry{Text: userCode}).With("user_code", flow.Entry{Text: key})
		d, _, _ = d.Mend("user_code", today)
		if d.Entry("user_code").Text != userCode || d.Entry("channel_key").Text != key {
			t.Errorf("user code %+v, key %+v", d.Entry("user_code"), d.Entry("channel_key"))
		}
	})
}

func TestLaterNeverBlocks(t *testing.T) {
	d := flow.Guided().With("extras", flow.Entry{Picked: []string{"tax_free", "period"}}).With("order_id_source", flow.Entry{Text: "fixed"})
	for _, q := range d.Editable() {
		if !q.Later {
			continue
		}
		if _, ok := d.Go(q.ID).With(q.ID, flow.Entry{Later: true}).Next(); !ok {
			t.Errorf("%s: later is refused: %+v", q.ID, d.Problems(q.ID, today, "en"))
		}
	}
}

// A secret that was refused is said once; then an empty field may be passed.
func TestARefusedSecretDoesNotTrap(t *testing.T) {
	d := flow.Guided().Go("buyer_name").With("buyer_name", flow.Entry{Text: strings.Repeat("a1B2", 12)})
	d, ok := d.Next()
	if ok {
		t.Fatal("passed with the sentence unread")
	}
	if _, ok = d.Next(); !ok {
		t.Error("an empty optional field is refused")
	}
}

func BenchmarkKeystroke(b *testing.B) {
	d := flow.Guided().With("user_code", flow.Entry{Text: userCode}).With("channel_key", flow.Entry{Text: key})
	typed := []string{"1", "10", "100", "1,00", "1,004"}
	for i := 0; b.Loop(); i++ {
		d = d.With("amount", flow.Entry{Text: typed[i%len(typed)]})
		d.Problems("amount", today, text.Ko)
	}
}

// What passes at a question can be written to a file and read again.
func TestAPathThatCannotBeReadAgainDoesNotPass(t *testing.T) {
	d := flow.Guided().Go("m_redirect_url")
	for path, passes := range map[string]bool{"/payments/redirect": true, "/주문/끝": true, "/pay ments": false, "//evil.example": false, `/a\b`: false} {
		if _, ok := d.With("m_redirect_url", typed(path)).Next(); ok != passes {
			t.Errorf("%q passes: %t", path, ok)
		}
	}
}

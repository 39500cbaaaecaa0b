package rulebook

import (
	"testing"

	"go.yaml.in/yaml/v4"

	"smartro-wizard/wizard/text"
)

// BenchmarkJudge judges a usual case, which is what a key press waits for.
func BenchmarkJudge(b *testing.B) {
	v := load(b, "v1-overlays.yaml")
	sound := v.base(b, "general_card")
	b.Run("sound", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Judge(sound, text.Ko)
		}
	})
	broken := lay(b, sound, overlay{"params.merchant_uid": node("!!str", "order_1"), "params.amount": node("!!float", "10.5")})
	b.Run("broken", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Judge(broken, text.Ko)
		}
	})
}

func node(tag, text string) yaml.Node {
	return yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: text}
}

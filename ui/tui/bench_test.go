package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// BenchmarkUpdateView is a key and the frame after it at 120x40, with the
// code beside the question.
func BenchmarkUpdateView(b *testing.B) {
	benches := []struct {
		name string
		at   []string
		keys [2]tea.KeyPressMsg
	}{
		{"text", []string{"enter", "imp0000000"}, [2]tea.KeyPressMsg{{Code: '0', Text: "0"}, namedKeys["backspace"]}},
		{"Hangul", []string{"enter"}, [2]tea.KeyPressMsg{{Code: '홍', Text: "홍"}, namedKeys["backspace"]}},
		{"select", []string{"down", "enter"}, [2]tea.KeyPressMsg{namedKeys["down"], namedKeys["up"]}},
	}
	for _, bench := range benches {
		b.Run(bench.name, func(b *testing.B) {
			d := drive(b, Config{}, 120, 40)
			d.press(bench.at...)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				d.m.Update(bench.keys[i%2])
				d.m.View()
			}
		})
	}
}

// BenchmarkResult is a frame of the result at 120x40 while its code scrolls.
func BenchmarkResult(b *testing.B) {
	d := drive(b, Config{}, 120, 40)
	d.quick()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d.m.Update(namedKeys[[2]string{"down", "up"}[i%2]])
		d.m.View()
	}
}

// BenchmarkDesk is a frame while a person goes through the findings at 120x40,
// and one while the words of an error are typed.
func BenchmarkDesk(b *testing.B) {
	for name, at := range map[string]struct {
		to   func(*driver)
		keys [2]tea.KeyPressMsg
	}{
		"findings": {func(d *driver) { d.checked(customer(b)) }, [2]tea.KeyPressMsg{namedKeys["down"], namedKeys["up"]}},
		"words":    {func(d *driver) { d.words().press(notFound) }, [2]tea.KeyPressMsg{{Code: 'a', Text: "a"}, namedKeys["backspace"]}},
		"code":     {func(d *driver) { d.desk().paste(customer(b)) }, [2]tea.KeyPressMsg{{Code: 'a', Text: "a"}, namedKeys["backspace"]}},
	} {
		b.Run(name, func(b *testing.B) {
			d := drive(b, Config{}, 120, 40)
			at.to(d)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				d.m.Update(at.keys[i%2])
				d.m.View()
			}
		})
	}
}

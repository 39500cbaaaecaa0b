package tui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartro-wizard/wizard/flow"
)

var update = flag.Bool("update", false, "rewrite the golden screens")

// sizes are the screens that the goldens hold.
var sizes = [][2]int{{120, 40}, {80, 24}, {60, 16}, {40, 12}}

// scenes are moments of a walk, each reached from a fresh start.
var scenes = []struct {
	name string
	do   func(*driver)
}{
	{"first", func(*driver) {}},
	{"help", func(d *driver) { d.press("tab") }},
	{"quick", func(d *driver) { d.press("enter") }},
	{"wrong-box", func(d *driver) { d.press("enter", userCode, "enter", "imp12345678") }},
	{"actions", func(d *driver) { d.press("enter", userCode, "enter", "imp12345678", "tab") }},
	{"moved", func(d *driver) { d.press("enter", userCode, "enter", "imp12345678", "ctrl+y") }},
	{"finding", func(d *driver) { d.press("enter", "imp1") }},
	{"refused", func(d *driver) { d.press("enter", userCode, "enter", "enter") }},
	{"explained", func(d *driver) { d.press("enter", "imp1", "tab", "enter") }},
	{"cleaned", func(d *driver) { d.press("enter").paste(" imp0\u200b0000000\n") }},
	{"result", func(d *driver) { d.quick() }},
	{"todos", func(d *driver) { d.quick().press("2") }},
	{"checks", func(d *driver) { d.quick().press("3") }},
	{"server", func(d *driver) { d.quick().press("4") }},
	{"tests", func(d *driver) { d.quick().press("5") }},
	{"differences", func(d *driver) { d.quick().press("6") }},
	{"letters", func(d *driver) { d.quick().press("m") }},
	{"ticks", func(d *driver) { d.quick().press("3", "x") }},
	{"phone", func(d *driver) { d.quick().press("p") }},
	{"save", func(d *driver) { d.quick().press("s") }},
	{"edit", func(d *driver) { d.quick().press("e") }},
	{"key-check", func(d *driver) { d.quick().press("o") }},
	{"open", func(d *driver) { d.quick().press("o", "down", "enter") }},
	{"paid", func(d *driver) { d.quick().press("o", "down", "enter", "enter") }},
}

func TestScenes(t *testing.T) {
	for _, scene := range scenes {
		t.Run(scene.name, func(t *testing.T) {
			golden(t, scene.name, func(c Config, w, h int) *driver {
				d := drive(t, c, w, h, paid()...)
				scene.do(d)
				return d
			})
		})
	}
}

// TestQuestions shows every question of the full flow as it is entered.
func TestQuestions(t *testing.T) {
	all := flow.Guided().With("extras", flow.Entry{Picked: []string{"tax_free", "period"}}).
		With("order_id_source", flow.Entry{Text: "browser"})
	ids := []string{"order_id_fixed"}
	for _, q := range all.Questions() {
		ids = append(ids, q.ID)
	}
	for _, id := range ids {
		t.Run(id, func(t *testing.T) {
			at := all
			if id == "order_id_fixed" {
				at = all.With("order_id_source", flow.Entry{Text: "fixed"})
			}
			at = at.Go(id)
			golden(t, "question-"+id, func(c Config, w, h int) *driver {
				c.Draft = &at
				return drive(t, c, w, h)
			})
		})
	}
}

// golden compares a screen at every size, in both glyph sets and languages,
// with one file.
func golden(t *testing.T, name string, at func(c Config, w, h int) *driver) {
	t.Helper()
	var b strings.Builder
	for _, lang := range bothLangs {
		for _, ascii := range []bool{false, true} {
			for _, size := range sizes {
				if ascii && size[0] != 80 && lang == bothLangs[1] {
					continue // the ASCII set differs by its signs alone; once in English is enough
				}
				d := at(Config{Lang: lang, ASCII: ascii}, size[0], size[1])
				d.fits()
				fmt.Fprintf(&b, "== %s %dx%d ascii=%v %s\n%s\n", lang, size[0], size[1], ascii, cursorText(d), trimmed(d.lines()))
			}
		}
	}
	compare(t, name, b.String())
}

func cursorText(d *driver) string {
	if c := d.cursor(); c != nil {
		return fmt.Sprintf("cursor=%d,%d", c.X, c.Y)
	}
	return "cursor=none"
}

func trimmed(lines []string) string {
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from %s; see the change with -update\n%s", name, file, firstDifference(got, string(want)))
	}
}

// firstDifference is the part where two texts part ways.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got  %q\n want %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}

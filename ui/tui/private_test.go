package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// onDisk is everything in the folder of saved work.
func onDisk(t *testing.T, c Config) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(c.Store.Dir(), "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all += string(raw)
	}
	return all
}

const buyerTel = "010-8765-4321"

func TestABuyerLeavesWithThePerson(t *testing.T) {
	for _, way := range []struct {
		name string
		end  func(*driver)
		kept bool
	}{
		{"killed", func(*driver) {}, true},
		{"ended with Ctrl+C", func(d *driver) { d.press("ctrl+c"); d.m.lastWords(false) }, false},
		{"broken off by a signal", func(d *driver) { d.m.lastWords(true) }, true},
		{"back to the first screen", func(d *driver) { d.press("esc", "esc", "esc") }, false},
		{"asked to keep it", func(d *driver) {
			d.press("tab")
			for !strings.Contains(d.screen(), "[구매자 남기기]") {
				d.press("right")
			}
			d.press("enter", "ctrl+c")
			d.m.lastWords(false)
		}, true},
	} {
		t.Run(way.name, func(t *testing.T) {
			c := Config{Store: storeIn(t)}
			d := drive(t, c, 80, 24)
			d.press("enter", userCode, "enter", channelKey, "enter", buyerTel)
			d.run(d.m.save())
			if !strings.Contains(onDisk(t, c), buyerTel) {
				t.Fatal("the answer is not on the disk")
			}
			way.end(d)
			if got := strings.Contains(onDisk(t, c), buyerTel); got != way.kept {
				t.Errorf("the buyer is on the disk: %t", got)
			}
			if !strings.Contains(onDisk(t, c), channelKey) {
				t.Error("the rest is gone")
			}
		})
	}
}

func TestTicksAndEvidenceComeBack(t *testing.T) {
	c := Config{Store: storeIn(t)}
	d := drive(t, c, 80, 24, paid()...)
	d.quick().press("o", "down", "enter", "enter", "esc")
	d.sees("[x] 결제창 열림   [x] PC 결과")
	d.press("3", "x", "end", "space", "enter", "c", "ctrl+c")
	before := d.m.draft.Ticked()
	if len(before) == 0 {
		t.Fatal("nothing was ticked")
	}
	if said := d.m.lastWords(false); !strings.Contains(said, "구매자 정보는 남기지") {
		t.Errorf("it ends with %q", said)
	}
	again := drive(t, c, 80, 24)
	again.press("up", "up", "enter", "enter").paste(buyerTel).press("enter")
	again.sees("[x] 결제창 열림   [x] PC 결과")
	if got := again.m.draft.Ticked(); strings.Join(got, " ") != strings.Join(before, " ") {
		t.Errorf("ticked %v, came back %v", before, got)
	}
	again.press("e", "down", "down", "down", "down", "down", "down", "enter", "ctrl+u").paste("imp99999999").press("enter")
	again.sees("[ ] 결제창 열림   [ ] PC 결과") // that was another request
}

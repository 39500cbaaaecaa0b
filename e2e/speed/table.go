package main

import (
	"fmt"
	"os"
	"slices"
	"time"
)

// pair holds the times of the wizard and of the program beside it.
type pair struct{ ours, bare []time.Duration }

// table prints a row for each goal and counts those that were missed.
type table struct {
	missed int
	headed bool
}

func (t *table) row(what, ours, beside, goal string, met bool) {
	if !t.headed {
		fmt.Printf("%-22s  %-34s  %-18s  %-12s\n", "what", "here", "beside", "goal")
		t.headed = true
	}
	verdict := "met"
	if !met {
		verdict = "MISSED"
		t.missed++
	}
	fmt.Printf("%-22s  %-34s  %-18s  %-12s  %s\n", what, ours, beside, goal, verdict)
}

func (t *table) ratio(what string, p pair, goal float64) {
	ours, bare := quartile(p.ours), quartile(p.bare)
	r := float64(ours) / float64(bare)
	t.row(what, fmt.Sprintf("%.2f ms, %.2f times (%d runs)", ms(ours), r, len(p.ours)), fmt.Sprintf("%.2f ms", ms(bare)), fmt.Sprintf("%.2f times", goal), r <= goal)
}

func (t *table) size(path string, goal float64) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	mb := float64(info.Size()) / 1e6
	t.row("binary", fmt.Sprintf("%.2f MB", mb), "", fmt.Sprintf("%.0f MB", goal), mb < goal)
	return nil
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// quartile is the time that a quarter of the runs did not need: what else the
// machine does makes a run longer, never shorter, so that the slower runs
// tell of the machine.
func quartile(all []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/4]
}

package wizard_test

import (
	"testing"
	"time"

	"smartro-wizard/wizard"
)

func TestCancellingMayBeOverInTheLastHourOfTheDayInKorea(t *testing.T) {
	for at, want := range map[string]bool{
		"2026-11-21T22:59:59+09:00": false,
		"2026-11-21T23:00:00+09:00": true,
		"2026-11-21T23:50:01+09:00": true,
		"2026-11-21T23:59:59+09:00": true,
		"2026-11-22T00:00:00+09:00": false,
		"2026-11-21T14:30:00Z":      true,
		"2026-11-21T09:30:00-05:00": true,
	} {
		t.Run(at, func(t *testing.T) {
			now, err := time.Parse(time.RFC3339, at)
			if err != nil {
				t.Fatal(err)
			}
			if got := wizard.CancellingMayBeOver(now); got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestTheDayIsKoreas(t *testing.T) {
	now := time.Date(2026, 11, 21, 15, 0, 0, 0, time.UTC)
	if got, want := wizard.Day(now), "2026-11-22"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

package tools_test

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

type version [3]int

// ranges is what npm calls a range: alternatives of comparisons that all hold.
type ranges string

var comparison = regexp.MustCompile(`^(>=|<=|>|<|\^|~|=)?v?(\d+)(?:\.(\d+|x))?(?:\.(\d+|x))?$`)

// accept tells whether one of the alternatives takes the version. A form that
// it does not know is an error, never a yes.
func (r ranges) accept(v version) (bool, error) {
	gap := regexp.MustCompile(`(>=|<=|>|<|\^|~|=)\s+`)
	some := false
	for alternative := range strings.SplitSeq(string(r), "||") {
		all := true
		for _, c := range strings.Fields(gap.ReplaceAllString(alternative, "$1")) {
			holds, err := compare(c, v)
			if err != nil {
				return false, err
			}
			all = all && holds
		}
		some = some || all
	}
	return some, nil
}

func compare(c string, v version) (bool, error) {
	if c == "*" {
		return true, nil
	}
	m := comparison.FindStringSubmatch(c)
	if m == nil {
		return false, fmt.Errorf("%q is no comparison that is known here", c)
	}
	var want version
	given := 0
	for i, part := range m[2:] {
		if n, err := strconv.Atoi(part); err == nil && given == i {
			want[i], given = n, i+1
		}
	}
	order := slices.CompareFunc(v[:], want[:], cmp.Compare[int])
	within := slices.CompareFunc(v[:given], want[:given], cmp.Compare[int])
	switch m[1] {
	case ">=":
		return order >= 0, nil
	case ">":
		return within > 0, nil
	case "<":
		return order < 0, nil
	case "<=":
		return within <= 0, nil
	case "^":
		return order >= 0 && v[0] == want[0], nil
	case "~":
		return order >= 0 && slices.Equal(v[:min(given, 2)], want[:min(given, 2)]), nil
	}
	return within == 0, nil
}

func TestRanges(t *testing.T) {
	for r, want := range map[ranges]bool{
		">=18": true, ">= 18": true, ">=18.20.4": true, ">=18.20.5": false, ">=20.9.0": false, "*": true,
		"^18.18.0 || ^19.8.0 || >= 20.0.0": true, "^20.19.0 || >=22.12.0": false, "^10 || ^12 || >=14": true,
		"18": true, "18.x": true, "18.21": false, "~18.20": true, "~18.19.1": false, "^18.21": false,
		">=14 <18": false, ">=14 <19": true, ">18": false, ">16": true, "<=18": true, "<=16": false, "=18.20.4": true,
	} {
		if got, err := r.accept(oldest); err != nil || got != want {
			t.Errorf("%s: %v, %v", r, got, err)
		}
	}
	if _, err := ranges("lts/*").accept(oldest); err == nil {
		t.Error("what is not known is no range")
	}
}

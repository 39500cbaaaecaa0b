package rulebook

import "time"

// looseDay takes the ways in which people write a day, year first.
var looseDay = lazy(`^\s*([0-9]{4})[-./ ]+([0-9]{1,2})[-./ ]+([0-9]{1,2})\.?\s*$|^\s*([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9]{2}|[0-9]{4})?\s*$`)

// day reads YYYYMMDD, or nothing where the calendar has no such day.
func day(s string) (time.Time, bool) {
	t, err := time.Parse("20060102", s)
	return t, err == nil && len(s) == 8
}

// asDay brings a day as people write it to YYYYMMDD. Hours and minutes behind
// it are left out: they have no effect anywhere.
func asDay(s string) (string, bool) {
	parts := looseDay().FindStringSubmatch(s)
	if parts == nil {
		return "", false
	}
	if parts = parts[1:]; parts[0] == "" {
		parts = parts[3:]
	}
	month, date := "0"+parts[1], "0"+parts[2]
	d := parts[0] + month[len(month)-2:] + date[len(date)-2:]
	_, ok := day(d)
	return d, ok
}

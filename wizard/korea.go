package wizard

import "time"

// Korea is the time of every date in this product. It is fixed so that a
// machine without a zone database has it too; Korea keeps no summer time.
var Korea = time.FixedZone("KST", 9*60*60)

// Day is the day in Korea at that moment, YYYY-MM-DD.
func Day(t time.Time) string { return t.In(Korea).Format(time.DateOnly) }

// CancellingMayBeOver reports whether a test payment made now may miss today's
// automatic cancelling, which runs from 23:00 to 23:50 in Korea.
func CancellingMayBeOver(t time.Time) bool { return t.In(Korea).Hour() == 23 }

//go:build rows

package wizard

// The tables of rows_gen.go while they are made.
var (
	channelRows []Channel
	paramRows   []Param
	paramRowsV2 []Param
	firstRows   []Question
)

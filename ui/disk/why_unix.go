//go:build !windows

package disk

import (
	"io/fs"
	"syscall"
)

var fullErrors = []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}

// Mine reports whether the file belongs to the person who runs the program.
func Mine(info fs.FileInfo) bool {
	st, ok := info.Sys().(*syscall.Stat_t)
	return !ok || int(st.Uid) == syscall.Geteuid()
}

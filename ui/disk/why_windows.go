package disk

import (
	"io/fs"
	"syscall"
)

// ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL and ERROR_DISK_QUOTA_EXCEEDED.
var fullErrors = []error{syscall.Errno(39), syscall.Errno(112), syscall.Errno(1295)}

// Mine is always true: the profile's folder keeps other people out.
func Mine(fs.FileInfo) bool { return true }

package disk

import (
	"errors"
	"io/fs"
	"path"
	"syscall"
)

// Why is the reason of a failed operation, as far as a person can act on it.
type Why string

// The reasons.
const (
	WhyFull      Why = "full"       // the disk, the quota or the size limit is reached
	WhyDenied    Why = "denied"     // no permission
	WhyReadOnly  Why = "read_only"  // the file system takes no writes
	WhyNotFolder Why = "not_folder" // a file stands where a folder is wanted
	WhyIsFolder  Why = "is_folder"  // a folder stands where a file is wanted
	WhyMissing   Why = "missing"    // not there
	WhyTooLong   Why = "too_long"   // the name is too long
	WhyOther     Why = "other"      // anything else; the cause says what
)

// Reason names the reason of an error.
func Reason(err error) Why {
	switch {
	case is(err, fullErrors):
		return WhyFull
	case errors.Is(err, syscall.EROFS):
		return WhyReadOnly
	case errors.Is(err, fs.ErrPermission):
		return WhyDenied
	case errors.Is(err, syscall.ENOTDIR):
		return WhyNotFolder
	case errors.Is(err, syscall.EISDIR):
		return WhyIsFolder
	case errors.Is(err, syscall.ENAMETOOLONG):
		return WhyTooLong
	case errors.Is(err, fs.ErrNotExist):
		return WhyMissing
	}
	return WhyOther
}

// noLinks reports whether the file system knows no hard links.
func noLinks(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EMLINK)
}

// invalid is what some file systems answer to the sync of a folder.
func invalid(err error) bool { return errors.Is(err, syscall.EINVAL) }

func is(err error, any []error) bool {
	for _, e := range any {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

func parent(name string) string { return path.Dir(name) }

package save

import (
	"errors"
	"fmt"
	"io/fs"

	"smartro-wizard/ui/disk"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// Reasons beside those of the disk.
const (
	WhyBadName  disk.Why = "bad_name"  // a name that we never write
	WhyLink     disk.Why = "link"      // a link stands where a file or folder is wanted
	WhyDevice   disk.Why = "device"    // a device, pipe or socket stands there
	WhyDiffers  disk.Why = "differs"   // something else is there, and nobody said yes
	WhyChanged  disk.Why = "changed"   // not what was there when the plan was made
	WhyTooLarge disk.Why = "too_large" // what is there is no file of ours
)

// Error says which file or folder was not written and why. Path is as the
// person gave it, several joined by commas.
type Error struct {
	Why  disk.Why
	Path string
	Err  error
}

func (e *Error) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("write %s: %s", e.Path, e.Why)
	}
	return fmt.Sprintf("write %s: %v", e.Path, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// failed gives an error its path.
func failed(path string, err error) error {
	var e *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e):
		return &Error{Why: e.Why, Path: path, Err: e.Err}
	}
	return &Error{Why: disk.Reason(err), Path: path, Err: err}
}

func notRegular(base string, mode fs.FileMode) error {
	e := &Error{Why: WhyDevice, Path: base}
	switch {
	case mode&fs.ModeSymlink != 0:
		e.Why = WhyLink
	case mode.IsDir():
		e.Why = disk.WhyIsFolder
	}
	return e
}

var sentences = map[disk.Why]string{
	WhyBadName:        "save.bad_name",
	WhyLink:           "save.link",
	WhyDevice:         "save.device",
	WhyDiffers:        "save.differs",
	WhyChanged:        "save.changed",
	WhyTooLarge:       "save.too_large",
	disk.WhyFull:      "save.full",
	disk.WhyDenied:    "save.denied",
	disk.WhyReadOnly:  "save.read_only",
	disk.WhyNotFolder: "save.not_folder",
	disk.WhyIsFolder:  "save.is_folder",
	disk.WhyMissing:   "save.missing",
	disk.WhyTooLong:   "save.bad_name",
	disk.WhyOther:     "save.other",
}

// Sentence tells a person what was not written, why, and what to do.
func Sentence(err error, l text.Lang) string {
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{Why: disk.WhyOther, Err: err}
	}
	cause := ""
	if e.Err != nil {
		cause = safe.Line(e.Err.Error(), 120)
	}
	return text.Of(l, sentences[e.Why], "path", safe.Line(e.Path, 300), "cause", cause)
}

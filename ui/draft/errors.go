package draft

import (
	"errors"
	"fmt"

	"smartro-wizard/ui/disk"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// Reasons beside those of the disk.
const (
	WhyNoHome  disk.Why = "no_home" // no home folder is known
	WhyInUse   disk.Why = "in_use"  // another run of the program has the session
	WhyDamaged disk.Why = "damaged" // the file could not be read and was set aside
	WhyGone    disk.Why = "gone"    // there is no such session any more
)

// Error says why progress is not kept or not to be had.
type Error struct {
	Why  disk.Why
	Path string // the folder or file; for WhyDamaged, where it is now
	Err  error
}

func (e *Error) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("saved progress: %s: %s", e.Why, e.Path)
	}
	return fmt.Sprintf("saved progress: %v", e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

func failed(path string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{Why: disk.Reason(err), Path: path, Err: err}
}

// sentences has no entry for what says only that saving failed.
var sentences = map[disk.Why]string{
	WhyNoHome:         "draft.no_home",
	WhyInUse:          "draft.in_use",
	WhyDamaged:        "draft.damaged",
	WhyGone:           "draft.gone",
	disk.WhyFull:      "draft.full",
	disk.WhyDenied:    "draft.denied",
	disk.WhyReadOnly:  "draft.read_only",
	disk.WhyNotFolder: "draft.not_folder",
	disk.WhyIsFolder:  "draft.not_folder",
	disk.WhyMissing:   "draft.gone",
	disk.WhyTooLong:   "draft.other",
	disk.WhyOther:     "draft.other",
}

// Sentence tells a person what is not saved, why, and what to do.
func Sentence(err error, l text.Lang) string {
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{Why: disk.WhyOther, Err: err}
	}
	cause := ""
	if e.Err != nil {
		cause = safe.Line(e.Err.Error(), 120)
	}
	return text.Of(l, sentences[e.Why], "path", safe.Line(e.Path, 200), "cause", cause)
}

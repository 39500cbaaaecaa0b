// Package save writes generated files into somebody's project. The bytes that
// are there are worth more than ours: a new file is made only where nothing
// stands, a file that differs is shown as a difference first and replaced only
// on a yes and only if it is still the file that was shown, and every file is
// at all times the old one or the new one. It asks nobody; callers do.
package save

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/disk"
)

// State is how a planned file stands to what is on the disk.
type State string

// The states.
const (
	New     State = "new"     // nothing is there
	Same    State = "same"    // the same bytes are there; nothing is written
	Differs State = "differs" // something else is there; Write wants force
)

// Change is one file of a plan. Diff is the unified difference from the file
// on the disk to ours; what stands in it is somebody's text and is made safe
// by whoever shows it.
type Change struct {
	Path  string // as in the output, slash-separated, below the folder
	State State
	Diff  string

	body []byte
	seen [sha256.Size]byte // of the file that the difference was made from
}

// maxOld bounds the file that we read to show a difference; ours are far smaller.
const maxOld = 8 << 20

// Plan looks at what writing the files below dir would change and changes nothing.
func Plan(dir string, files []snippets.File) ([]Change, error) {
	if err := checkNames(dir, files); err != nil {
		return nil, err
	}
	top, err := openTop(dir, false, nil)
	if err != nil {
		return nil, err
	}
	if top != nil {
		defer top.Close()
	}
	changes := make([]Change, 0, len(files))
	for _, f := range files {
		c, err := plan(top, dir, f)
		if err != nil {
			return nil, err
		}
		changes = append(changes, c)
	}
	return changes, nil
}

func plan(top *disk.Folder, dir string, f snippets.File) (Change, error) {
	c := Change{Path: f.Path, State: New}
	var err error
	if c.body, err = f.Bytes(); err != nil {
		return c, err
	}
	old, _, there, err := current(top, f.Path)
	switch {
	case err != nil:
		return c, failed(path.Join(filepath.ToSlash(dir), f.Path), err)
	case !there:
		return c, nil
	case bytes.Equal(old, c.body):
		c.State = Same
	default:
		c.State, c.Diff = Differs, unified(f.Path, f.Text(old), f.Body)
	}
	c.seen = sha256.Sum256(old)
	return c, nil
}

// current reads the file at name below top. No folder is no file.
func current(top *disk.Folder, name string) (old []byte, mode fs.FileMode, there bool, err error) {
	if top == nil {
		return nil, 0, false, nil
	}
	in, err := descend(top, path.Dir(name), false)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, false, nil
	}
	if err != nil {
		return nil, 0, false, err
	}
	defer in.Close()
	return read(in, path.Base(name))
}

func read(in *disk.Folder, base string) (old []byte, mode fs.FileMode, there bool, err error) {
	info, err := in.Root().Lstat(base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, false, nil
	case err != nil:
		return nil, 0, false, err
	case !info.Mode().IsRegular():
		return nil, 0, false, notRegular(base, info.Mode())
	case info.Size() > maxOld:
		return nil, 0, false, &Error{Why: WhyTooLarge}
	}
	file, err := in.Root().Open(base)
	if err != nil {
		return nil, 0, false, err
	}
	defer file.Close()
	if now, err := file.Stat(); err != nil || !os.SameFile(info, now) {
		return nil, 0, false, errors.Join(&Error{Why: WhyChanged}, err)
	}
	old, err = io.ReadAll(io.LimitReader(file, maxOld))
	return old, info.Mode().Perm(), true, err
}

// Write carries out a plan: all of it is checked before anything is written,
// and all is on the disk under other names before the first file changes.
// Without force a file that differs stops it; with force, one that is no
// longer what the plan saw.
func Write(dir string, changes []Change, force bool) error { return write(dir, changes, force, nil) }

func write(dir string, changes []Change, force bool, hook disk.Hook) error {
	if !force {
		if d := differing(changes); len(d) > 0 {
			return &Error{Why: WhyDiffers, Path: strings.Join(d, ", ")}
		}
	}
	if err := checkDir(dir); err != nil {
		return err
	}
	top, err := openTop(dir, true, hook)
	if err != nil {
		return err
	}
	defer top.Close()
	steps, err := stage(top, dir, changes)
	for i := range steps {
		defer steps[i].in.Close()
		if err == nil {
			err = failed(steps[i].shown, steps[i].commit())
		} else {
			steps[i].drop()
		}
	}
	return err
}

func differing(changes []Change) []string {
	var all []string
	for _, c := range changes {
		if c.State == Differs {
			all = append(all, c.Path)
		}
	}
	return all
}

// step is one file on its way.
type step struct {
	Change
	shown string
	in    *disk.Folder
	temp  string
	base  string
}

func stage(top *disk.Folder, dir string, changes []Change) ([]step, error) {
	var steps []step
	for _, c := range changes {
		if c.State == Same {
			continue
		}
		s := step{Change: c, shown: path.Join(filepath.ToSlash(dir), c.Path), base: path.Base(c.Path), temp: tempName()}
		var err error
		if s.in, err = descend(top, path.Dir(c.Path), true); err != nil {
			return steps, failed(s.shown, err)
		}
		mode, err := s.check()
		if err == nil {
			err = s.in.Stage(s.temp, c.body, mode, c.State == Differs)
		}
		if err != nil {
			_ = s.in.Close()
			return steps, failed(s.shown, err)
		}
		steps = append(steps, s)
	}
	return steps, nil
}

// check gives the mode for the file, and an error when the place is not as the plan saw it.
func (s step) check() (fs.FileMode, error) {
	old, mode, there, err := read(s.in, s.base)
	switch {
	case err != nil:
		return 0, err
	case there != (s.State == Differs):
		return 0, &Error{Why: WhyChanged}
	case there && sha256.Sum256(old) != s.seen:
		return 0, &Error{Why: WhyChanged}
	case there:
		return mode, nil
	}
	return 0o666, nil
}

func (s step) commit() error {
	if s.State == New {
		err := s.in.Place(s.temp, s.base, s.body)
		if errors.Is(err, fs.ErrExist) {
			err = &Error{Why: WhyChanged}
		}
		return err
	}
	if _, err := s.check(); err != nil {
		s.drop()
		return err
	}
	return s.in.Swap(s.temp, s.base)
}

func (s step) drop() { _ = s.in.Root().Remove(s.temp) }

// tempName cannot be guessed and is short whatever the file is called.
func tempName() string {
	var r [8]byte
	_, _ = rand.Read(r[:]) // never fails since Go 1.24
	return ".smartro-wizard-" + hex.EncodeToString(r[:])
}

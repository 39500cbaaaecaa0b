// Package disk writes files whole or not at all below one folder, and names
// what went wrong in words that a person can act on. It never follows a link
// out of the folder. What to write, and whether it may, is decided elsewhere.
package disk

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// Hook is asked before each operation that changes the disk; what it returns
// is what the operation returns. Tests hand in one that fails the Nth time;
// the program hands in nil.
type Hook func(op, name string) error

// Folder is an open folder. Names are slash-separated and relative to it.
type Folder struct {
	root *os.Root
	hook Hook
}

// Open opens a folder that exists.
func Open(dir string, hook Hook) (*Folder, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: syscall.ENOTDIR} // os.OpenRoot's own error cannot be told apart
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{root: root, hook: hook}, nil
}

// Close lets the folder go.
func (f *Folder) Close() error { return f.root.Close() }

// Root gives the reading side: whatever changes nothing needs no hook.
func (f *Folder) Root() *os.Root { return f.root }

// Replace puts data at name, over a file that may be there: temp is written
// and synced beside it and then renamed, so that name is the old file or the
// new one and never half. A temp left over from a killed run is removed first.
func (f *Folder) Replace(temp, name string, data []byte, mode fs.FileMode) error {
	if err := f.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := f.Stage(temp, data, mode, true); err != nil {
		return err
	}
	return f.Swap(temp, name)
}

// Stage writes and syncs a file that must not exist, and takes it back when
// that fails. exact sets the mode whatever the umask says.
func (f *Folder) Stage(temp string, data []byte, mode fs.FileMode, exact bool) error {
	err := f.fill(temp, data, mode, exact)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		_ = f.root.Remove(temp)
	}
	return err
}

// Swap gives a staged file its name, over the one that may be there. When that
// fails, the staged file is gone and the old one is as it was.
func (f *Folder) Swap(temp, name string) error {
	err := f.step("rename", name, func() error { return f.root.Rename(temp, name) })
	if err != nil {
		_ = f.root.Remove(temp)
		return err
	}
	return f.syncFolder(name)
}

// Place gives a staged file a name that must be free; fs.ErrExist says that
// something is there, also when it came in between. data is what was staged.
func (f *Folder) Place(temp, name string, data []byte) error {
	err := f.step("link", name, func() error { return f.root.Link(temp, name) })
	_ = f.root.Remove(temp)
	if err != nil && noLinks(err) {
		// FAT and some network drives have no links: write in place.
		err = f.Stage(name, data, 0o666, false)
	}
	if err != nil {
		return err
	}
	return f.syncFolder(name)
}

// Sub opens the folder name below f, which must be a folder itself and no link
// to one, also when it is swapped meanwhile.
func (f *Folder) Sub(name string) (*Folder, error) {
	seen, err := f.root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !seen.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.ENOTDIR}
	}
	root, err := f.root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	opened, err := root.Stat(".")
	if err == nil && !os.SameFile(seen, opened) {
		err = &fs.PathError{Op: "open", Path: name, Err: syscall.ENOTDIR}
	}
	if err != nil {
		_ = root.Close()
		return nil, err
	}
	return &Folder{root: root, hook: f.hook}, nil
}

func (f *Folder) fill(name string, data []byte, mode fs.FileMode, exact bool) error {
	var file *os.File
	err := f.step("create", name, func() (err error) {
		file, err = f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		return err
	})
	if err != nil {
		return err
	}
	if exact {
		err = f.step("chmod", name, func() error { return file.Chmod(mode) })
	}
	if err == nil {
		err = f.step("write", name, func() error { _, err := file.Write(data); return err })
	}
	if err == nil {
		err = f.step("sync", name, file.Sync)
	}
	closed := file.Close()
	if err == nil {
		err = closed
	}
	return err
}

// Mkdir makes a folder and, where exact, sets its mode whatever the umask says.
func (f *Folder) Mkdir(name string, mode fs.FileMode, exact bool) error {
	err := f.step("mkdir", name, func() error { return f.root.Mkdir(name, mode) })
	if err == nil && exact {
		err = f.step("chmod", name, func() error { return f.root.Chmod(name, mode) })
	}
	return err
}

// Remove removes a file.
func (f *Folder) Remove(name string) error {
	return f.step("remove", name, func() error { return f.root.Remove(name) })
}

// Move gives a file another name.
func (f *Folder) Move(from, to string) error {
	return f.step("rename", to, func() error { return f.root.Rename(from, to) })
}

func (f *Folder) step(op, name string, do func() error) error {
	if f.hook != nil {
		if err := f.hook(op, name); err != nil {
			return &fs.PathError{Op: op, Path: name, Err: err}
		}
	}
	return do()
}

// syncFolder makes a rename survive a power loss. Windows cannot sync a folder
// and does not need to.
func (f *Folder) syncFolder(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	return f.step("syncdir", name, func() error {
		d, err := f.root.Open(parent(name))
		if err != nil {
			return err
		}
		defer d.Close()
		if err := d.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !invalid(err) {
			return err
		}
		return nil
	})
}

package save

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"smartro-wizard/ui/disk"
)

// openTop opens the folder that the person named. Its own parents may be links
// (/tmp is one on macOS); it may not. Without create, a folder that is not
// there is nil.
func openTop(dir string, create bool, hook disk.Hook) (*disk.Folder, error) {
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		if !create {
			return nil, nil
		}
		if err = makeAll(dir, hook); err == nil {
			info, err = os.Lstat(dir)
		}
	}
	if err != nil {
		return nil, failed(dir, err)
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		return nil, &Error{Why: WhyLink, Path: dir}
	}
	top, err := disk.Open(dir, hook)
	if err != nil {
		return nil, failed(dir, err)
	}
	if now, err := top.Root().Stat("."); err != nil || !os.SameFile(info, now) {
		_ = top.Close()
		return nil, &Error{Why: WhyChanged, Path: dir, Err: err}
	}
	return top, nil
}

func makeAll(dir string, hook disk.Hook) error {
	if hook != nil {
		if err := hook("mkdir", dir); err != nil {
			return err
		}
	}
	return os.MkdirAll(filepath.Clean(dir), 0o777)
}

// descend opens the folder at a slash-separated path below top, one part at a
// time, and follows no link. The caller closes it.
func descend(top *disk.Folder, at string, create bool) (*disk.Folder, error) {
	in, err := top.Sub(".")
	if err != nil || at == "." {
		return in, err
	}
	for _, part := range strings.Split(at, "/") {
		if create {
			if err = in.Mkdir(part, 0o777, false); err != nil && !errors.Is(err, fs.ErrExist) {
				break
			}
		}
		var next *disk.Folder
		if next, err = sub(in, part); err != nil {
			break
		}
		_ = in.Close()
		in = next
	}
	if err != nil {
		_ = in.Close()
		return nil, err
	}
	return in, nil
}

// sub tells a link from a file that stands in the way.
func sub(in *disk.Folder, part string) (*disk.Folder, error) {
	next, err := in.Sub(part)
	if err == nil {
		return next, nil
	}
	if info, e := in.Root().Lstat(part); e == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, &Error{Why: WhyLink, Err: err}
	}
	return nil, err
}

package draft

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"smartro-wizard/ui/disk"
	"smartro-wizard/wizard/flow"
)

// Unfinished lists the sessions that can be taken up, latest first. Those that
// another run has open are not among them; those older than thirty days are removed.
func (s *Store) Unfinished() []Entry {
	if s == nil {
		return nil
	}
	folder, err := disk.Open(s.dir, s.hook)
	if err != nil {
		return nil // nothing was ever saved, or nothing can be read: a fresh start
	}
	defer folder.Close()
	names, _ := fs.ReadDir(folder.Root().FS(), ".")
	var all []Entry
	for _, n := range names {
		if id, ok := idOf(n.Name()); ok && !s.inUse(id) {
			if e, ok := s.entry(folder, id); ok {
				all = append(all, e)
			}
		}
		s.sweep(folder, n)
	}
	slices.SortFunc(all, func(a, b Entry) int {
		return cmp.Or(b.When.Compare(a.When), cmp.Compare(b.ID, a.ID))
	})
	return all
}

func (s *Store) entry(folder *disk.Folder, id string) (Entry, bool) {
	e, err := s.read(folder, id+fileEnd)
	if errors.Is(err, errUnreadable) {
		s.setAside(folder, id+fileEnd)
	}
	if err != nil {
		return Entry{}, false
	}
	if s.now().Sub(e.Saved) > keep {
		for _, end := range []string{fileEnd, tempEnd, lockEnd} {
			_ = folder.Remove(id + end)
		}
		return Entry{}, false
	}
	if e.Buyer && s.now().Sub(e.Saved) > keepBuyer {
		s.forget(id, e)
	}
	return Entry{ID: id, When: e.Saved, Mode: e.Mode, Module: e.Module, Type: e.Type}, true
}

// forget takes the buyer out of what a killed run left. Nobody misses a
// failure: the next start tries again.
func (s *Store) forget(id string, e envelope) {
	sess, err := s.open(id)
	if err != nil {
		return
	}
	defer sess.Close()
	var d flow.Draft
	if json.Unmarshal(e.Draft, &d) != nil {
		return
	}
	if e.Draft, err = d.WithoutBuyer().MarshalJSON(); err == nil {
		e.Buyer = false
		_ = sess.save(e)
	}
}

// sweep removes what a killed run left beside no draft, after a day.
func (s *Store) sweep(folder *disk.Folder, n fs.DirEntry) {
	end := filepath.Ext(n.Name())
	id := strings.TrimSuffix(n.Name(), end)
	if end != tempEnd && end != lockEnd || !validID(id) {
		return
	}
	info, err := n.Info()
	if err != nil || s.now().Sub(info.ModTime()) < 24*time.Hour || s.inUse(id) {
		return
	}
	if _, err := folder.Root().Lstat(id + fileEnd); errors.Is(err, fs.ErrNotExist) {
		_ = folder.Remove(n.Name())
	}
}

// inUse takes the lock for a moment, so that a session which another run has
// open is neither offered nor touched. A run that was killed holds no lock.
func (s *Store) inUse(id string) bool {
	path := filepath.Join(s.dir, id+lockEnd)
	if _, err := os.Stat(path); err != nil {
		return false
	}
	lock := flock.New(path)
	ok, err := lock.TryRLock()
	_ = lock.Unlock()
	return err != nil || !ok
}

// read gives a file's envelope; errUnreadable is for what is to be set aside.
func (s *Store) read(folder *disk.Folder, name string) (envelope, error) {
	info, err := folder.Root().Lstat(name)
	if err != nil {
		return envelope{}, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxSize || !disk.Mine(info) {
		return envelope{}, errUnreadable
	}
	file, err := folder.Root().Open(name)
	if err != nil {
		return envelope{}, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, maxSize+1))
	if err != nil {
		return envelope{}, err
	}
	return parse(raw)
}

// setAside renames a file that cannot be read and gives its name afterwards.
func (s *Store) setAside(folder *disk.Folder, name string) string {
	to := name + badEnd
	for n := 2; ; n++ {
		if _, err := folder.Root().Lstat(to); err != nil {
			break
		}
		to = fmt.Sprintf("%s.%d%s", name, n, badEnd)
	}
	if err := folder.Move(name, to); err != nil {
		return name
	}
	s.bad++
	return to
}

// makeFolder makes the folder and sets its mode whatever the umask says.
// Missing parents become folders of the person alone, as XDG asks.
func (s *Store) makeFolder() error {
	missing := []string{}
	at := s.dir
	for {
		info, err := os.Stat(at)
		if err == nil && !info.IsDir() {
			return &fs.PathError{Op: "mkdir", Path: at, Err: syscall.ENOTDIR}
		}
		if err == nil || !errors.Is(err, fs.ErrNotExist) || filepath.Dir(at) == at {
			break
		}
		missing = append(missing, filepath.Base(at))
		at = filepath.Dir(at)
	}
	for _, name := range slices.Backward(missing) {
		folder, err := disk.Open(at, s.hook)
		if err != nil {
			return err
		}
		err = folder.Mkdir(name, 0o700, true)
		_ = folder.Close()
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		at = filepath.Join(at, name)
	}
	return os.Chmod(s.dir, 0o700)
}

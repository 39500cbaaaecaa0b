package draft

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"smartro-wizard/ui/disk"
	"smartro-wizard/wizard/flow"
)

// Session is one run of the wizard with its file. A nil Session saves nothing,
// and every method of it succeeds.
type Session struct {
	KeepBuyer bool // what Leave does with what was said about a buyer

	id     string
	store  *Store
	mu     sync.Mutex // a screen saves and closes from different goroutines
	folder *disk.Folder
	lock   *flock.Flock
}

// validID reports whether an id is one of ours: date, time and eight
// hexadecimal digits, as Begin makes them.
func validID(id string) bool {
	if len(id) != len("20060102-150405-00000000") {
		return false
	}
	for i, c := range []byte(id) {
		switch {
		case i == 8 || i == 15:
			if c != '-' {
				return false
			}
		case c >= '0' && c <= '9':
		case i < 15 || c < 'a' || c > 'f':
			return false
		}
	}
	return true
}

// Begin starts a session; its file comes with the first Save.
func (s *Store) Begin() (*Session, error) {
	if s == nil {
		return nil, nil
	}
	if err := s.makeFolder(); err != nil {
		return nil, failed(s.dir, err)
	}
	var r [4]byte
	_, _ = rand.Read(r[:]) // never fails since Go 1.24
	return s.open(s.now().UTC().Format("20060102-150405") + "-" + hex.EncodeToString(r[:]))
}

// Resume takes up a session where its last Save left it.
func (s *Store) Resume(id string) (*Session, flow.Draft, error) {
	if s == nil || !validID(id) {
		return nil, flow.Draft{}, &Error{Why: WhyGone, Path: id}
	}
	raw, sess, err := s.resume(id)
	if err != nil {
		return nil, flow.Draft{}, err
	}
	var d flow.Draft
	if err := json.Unmarshal(raw, &d); err != nil {
		to := s.setAside(sess.folder, id+fileEnd)
		_ = sess.Close()
		return nil, flow.Draft{}, &Error{Why: WhyDamaged, Path: filepath.Join(s.dir, to), Err: err}
	}
	return sess, d, nil
}

func (s *Store) resume(id string) (json.RawMessage, *Session, error) {
	sess, err := s.open(id)
	if err != nil {
		return nil, nil, err
	}
	e, err := s.read(sess.folder, id+fileEnd)
	if err == nil {
		return e.Draft, sess, nil
	}
	why, where := WhyGone, filepath.Join(s.dir, id+fileEnd)
	if errors.Is(err, errUnreadable) {
		why, where = WhyDamaged, filepath.Join(s.dir, s.setAside(sess.folder, id+fileEnd))
	} else if !errors.Is(err, fs.ErrNotExist) {
		why = disk.Reason(err)
	}
	_ = sess.Close()
	return nil, nil, &Error{Why: why, Path: where, Err: err}
}

func (s *Store) open(id string) (*Session, error) {
	lock, err := takeLock(filepath.Join(s.dir, id+lockEnd))
	if err != nil {
		return nil, failed(s.dir, err)
	}
	if lock == nil {
		return nil, &Error{Why: WhyInUse, Path: filepath.Join(s.dir, id+fileEnd)}
	}
	folder, err := disk.Open(s.dir, s.hook)
	if err != nil {
		_ = lock.Unlock()
		return nil, failed(s.dir, err)
	}
	return &Session{KeepBuyer: s.KeepBuyer, id: id, store: s, folder: folder, lock: lock}, nil
}

// takeLock gives nil when somebody else has the lock. The wait is for a look
// at the list of unfinished work, which holds each lock for a moment.
func takeLock(path string) (*flock.Flock, error) {
	lock := flock.New(path, flock.SetPermissions(0o600))
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	ok, err := lock.TryLockContext(ctx, 10*time.Millisecond)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, nil
	}
	if err != nil || !ok {
		return nil, err
	}
	// Done removes the file that it has locked: a lock on a removed file is worth nothing.
	mine, err := lock.Stat()
	if err == nil {
		var now fs.FileInfo
		if now, err = os.Stat(path); err == nil && !os.SameFile(mine, now) {
			err = fs.ErrNotExist
		}
	}
	if err != nil {
		_ = lock.Unlock()
		return nil, err
	}
	return lock, os.Chmod(path, 0o600)
}

// Save writes the whole state. When it fails, what was saved before is still there.
func (s *Session) Save(d flow.Draft) error {
	if s == nil {
		return nil
	}
	raw, err := d.MarshalJSON()
	if err != nil {
		return failed(s.path(), err)
	}
	a := d.Answers()
	return s.save(envelope{Mode: a.Mode, Module: a.Module, Type: a.Type, Buyer: d.HoldsBuyer() && !s.KeepBuyer, Draft: raw})
}

// Leave saves the state as it stays until somebody takes it up, and lets the
// session go: nothing about a buyer, unless that was asked for.
func (s *Session) Leave(d flow.Draft) error {
	if s == nil {
		return nil
	}
	if !s.KeepBuyer {
		d = d.WithoutBuyer()
	}
	return errors.Join(s.Save(d), s.Close())
}

func (s *Session) save(e envelope) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.folder == nil {
		return failed(s.path(), fs.ErrClosed)
	}
	if e.Saved.IsZero() {
		e.Saved = s.store.now().UTC()
	}
	b, err := e.bytes()
	if err == nil {
		err = s.folder.Replace(s.id+tempEnd, s.id+fileEnd, b, 0o600)
	}
	return failed(s.path(), err)
}

// Done ends a session whose work is finished: nothing of it is kept.
func (s *Session) Done() error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	var err error
	if s.folder != nil {
		err = s.folder.Remove(s.id + fileEnd)
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(failed(s.path(), err), s.close())
}

// Close lets the session go; what was saved is offered at the next start. A
// second Close does nothing.
func (s *Session) Close() error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.close()
}

func (s *Session) close() error {
	if s.folder == nil {
		return nil
	}
	// Removed while it is held, see takeLock; Windows removes no open file and keeps it.
	_ = os.Remove(s.lock.Path())
	err := errors.Join(s.lock.Unlock(), s.folder.Close())
	s.folder = nil
	return err
}

// Path is the session's file.
func (s *Session) Path() string {
	if s == nil {
		return ""
	}
	return s.path()
}

func (s *Session) path() string { return filepath.Join(s.store.dir, s.id+fileEnd) }

func idOf(name string) (string, bool) {
	id, ok := strings.CutSuffix(name, fileEnd)
	return id, ok && validID(id)
}

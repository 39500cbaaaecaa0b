// Package draft keeps the wizard's unfinished work on disk: one file for each
// session in the state folder of the person, written whole after each answer.
// What is in a file is flow's saved form; this package adds a version, a
// checksum and the time, and never looks inside. Several sessions at once are
// ordinary; two writers of one file are not.
//
// What was said about a buyer is in a file only while its run lives, and after
// a run that was killed for a day, so that nothing confirmed is lost. A run that
// ends by itself leaves it out, unless somebody asked to keep it.
//
// A file that cannot be read (damaged, from a newer version, too large, from
// somebody else) is set aside under a name that ends in .bad and never deleted.
package draft

import (
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/adrg/xdg"

	"smartro-wizard/ui/disk"
	"smartro-wizard/wizard"
)

const (
	appFolder = "smartro-wizard"
	keep      = 30 * 24 * time.Hour
	keepBuyer = 24 * time.Hour // of a run that was killed
	maxSize   = 4 << 20        // an ordinary file has about a kilobyte

	fileEnd = ".json"
	tempEnd = ".tmp"
	lockEnd = ".lock"
	badEnd  = ".bad"
)

// Store is the folder of all sessions. A nil Store has nothing unfinished and
// begins sessions that save nothing.
type Store struct {
	KeepBuyer bool // somebody asked to keep what was said about buyers

	dir  string
	now  func() time.Time
	hook disk.Hook
	bad  int
}

// Entry is one unfinished session: when it was last saved and for which
// channel, and nothing that was typed.
type Entry struct {
	ID     string
	When   time.Time
	Mode   wizard.Mode
	Module wizard.Module
	Type   wizard.Type
}

// Open names the folder; "" is the state folder of XDG. It makes nothing: the
// folder comes with the first session.
func Open(dir string) (*Store, error) {
	if dir == "" {
		var err error
		if dir, err = stateFolder(); err != nil {
			return nil, err
		}
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, failed(dir, err)
	}
	return &Store{dir: abs, now: time.Now}, nil
}

// stateFolder does not take xdg's answer when there is no home: that would be
// a folder below the one where the program was started.
func stateFolder() (string, error) {
	home := os.Getenv("HOME")
	if runtime.GOOS == "windows" {
		home = os.Getenv("USERPROFILE")
	}
	if home == "" && os.Getenv("XDG_STATE_HOME") == "" || !filepath.IsAbs(xdg.StateHome) {
		return "", &Error{Why: WhyNoHome}
	}
	return filepath.Join(xdg.StateHome, appFolder), nil
}

// Dir is where the sessions are kept.
func (s *Store) Dir() string { return s.dir }

// SetAside is how many files this store has set aside so far.
func (s *Store) SetAside() int {
	if s == nil {
		return 0
	}
	return s.bad
}

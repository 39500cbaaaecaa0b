package value

import "strings"

// Op is the kind of one step of a mend.
type Op string

// The steps a mend is made of.
const (
	Set    Op = "set"    // put a value at a path, replacing what stands there
	Remove Op = "remove" // take the key away
	Rename Op = "rename" // same value under another last key
	Insert Op = "insert" // put a value where none stands; refused by Apply where one does
)

// Edit is one step of a mend on a tree of parameters. Path begins at the tree
// that the finding names (params.amount). To is the new last key of a Rename.
type Edit struct {
	Op    Op     `json:"op"`
	Path  string `json:"path"`
	Value any    `json:"value,omitempty"` // JSON form of the new value, for Set and Insert
	To    string `json:"to,omitempty"`
	New   Value  `json:"-"` // the new value itself
}

// Put is the Edit that sets path to v.
func Put(path string, v Value) Edit { return Edit{Op: Set, Path: path, Value: v.Plain(), New: v} }

// Take is the Edit that removes the key at path.
func Take(path string) Edit { return Edit{Op: Remove, Path: path} }

// Call is the Edit that gives the last key of path another name.
func Call(path, to string) Edit { return Edit{Op: Rename, Path: path, To: to} }

// Add is the Edit that inserts v where nothing stands.
func Add(path string, v Value) Edit { return Edit{Op: Insert, Path: path, Value: v.Plain(), New: v} }

// Apply carries the edits out in order on v, whose path is root. An edit
// outside root, an Insert onto something present and a Rename of something
// absent change nothing.
func (v Value) Apply(root string, edits ...Edit) Value {
	for _, e := range edits {
		at, inside := strings.CutPrefix(e.Path, root+".")
		if !inside {
			continue
		}
		switch e.Op {
		case Set:
			v = v.With(at, e.New)
		case Insert:
			if v.Get(at).IsAbsent() {
				v = v.With(at, e.New)
			}
		case Remove:
			v = v.With(at, Value{})
		case Rename:
			was := v.Get(at)
			if was.IsAbsent() {
				continue // setting Absent would take away what has the new name
			}
			v = v.With(at, Value{})
			v = v.With(at[:strings.LastIndex(at, ".")+1]+e.To, was)
		}
	}
	return v
}

package lint

import (
	"smartro-wizard/snippets/lint/region"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// World is what the files of a folder tell about each other: an entry begins
// the SDK for all components, and their windows tell for which module the page
// loads its script. The zero World knows nothing.
type World struct {
	inits   map[string]int        // files that begin V1's SDK
	windows map[wizard.Module]int // windows that tell their module
}

// Survey looks through one file for what others may have to know. It keeps a
// few words of it and not the file.
func (w *World) Survey(name string, raw []byte) {
	body, err := region.Decode(raw)
	if err != nil || !Concerns(name, body) {
		return
	}
	if w.inits == nil {
		*w = World{inits: map[string]int{}, windows: map[wizard.Module]int{}}
	}
	c := newCode(region.Split(name, body))
	if n := len(c.inits); n > 0 {
		w.inits[name] = n
	}
	for _, one := range c.windows {
		s, from, _ := c.setup(one, wizard.Setup{})
		if from.Module != Assumed {
			w.windows[s.Module]++
		}
	}
}

// module is the module that all windows of the folder which tell are for.
func (w *World) module() (m wizard.Module, ok bool) {
	if w == nil || len(w.windows) != 1 {
		return "", false
	}
	for m = range w.windows {
		return m, true
	}
	return "", false
}

// begun counts the other files that begin the SDK.
func (w *World) begun(but string) int {
	n := 0
	for name := range w.inits {
		if name != but {
			n++
		}
	}
	return n
}

// join puts in what the other files of the folder tell.
func (w *World) join(c *code, facts facts) {
	if w == nil {
		return
	}
	if len(c.windows) > 0 && len(c.inits) == 0 && w.begun(c.file.Name) > 0 {
		facts.set("facts.init.calls", value.Digits("1"))
	}
}

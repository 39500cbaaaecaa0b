package wizard

import (
	"slices"
	"sync"

	"smartro-wizard/wizard/value"
)

// placesOf are the parameters of a call by their own path and by that of the
// parameter of V1 that says the same.
var placesOf = sync.OnceValue(func() map[string]map[string][]Param {
	of := map[string]map[string][]Param{}
	for _, c := range calls {
		at := map[string][]Param{}
		for _, p := range ParamsOf(c.Function) {
			at[p.Path] = append(at[p.Path], p)
			if p.Twin != "" && p.Twin != p.Path {
				at[p.Twin] = append(at[p.Twin], p)
			}
		}
		of[c.Function] = at
	}
	return of
})

// PathsIn are the places of a call where stands what name says in V1, or what
// name says where only V2 has it: none where the call has no such thing.
func (c Call) PathsIn(name string) []string {
	if slices.Contains([]string{userCode, tierCode, storeID}, name) {
		if slices.Contains(c.Setup, name) {
			return []string{name}
		}
		return nil
	}
	var paths []string
	for _, p := range placesOf()[c.Function][name] {
		paths = append(paths, p.Path)
	}
	return paths
}

// PathFor is the one of several places that a payment takes, "" where there is none.
func (c Call) PathFor(names []string, module Module, typ Type, method PayMethod) string {
	first := ""
	for _, name := range names {
		for _, path := range c.PathsIn(name) {
			p, known := ParamOf(c.Function, path)
			if c.SDK() == V1 || !known || p.Allows(module, typ, method) {
				return path
			}
			if first == "" {
				first = path
			}
		}
	}
	return first
}

// At is where the answers have what V1 calls name, "" where their call has no
// such thing.
func (a Answers) At(name string) string {
	return a.Call().PathFor([]string{name}, a.Module, a.Type, a.Method())
}

// Said is what the answers give for what V1 calls name.
func (a Answers) Said(name string) value.Value {
	if at := a.At(name); at != "" {
		return a.Params.Get(at)
	}
	return value.Value{}
}

// Word is a code of V1 in the words of the table; what has no twin there stays.
func Word(table, own string) string {
	for _, c := range Codes(table) {
		if c.Twin == own && own != "" {
			return c.Code
		}
	}
	return own
}

// Own is Word the other way round.
func Own(table, word string) string {
	if c, ok := CodeOf(table, word); ok && c.Twin != "" {
		return c.Twin
	}
	return word
}

// OwnMethod is how a request is paid, in the words of V1, which has one for
// each company of easy pay. A word that V1 lacks stays that of V2.
func OwnMethod(call Call, method, easyPay string) PayMethod {
	switch {
	case call.SDK() == V1:
		return PayMethod(method)
	case method == EasyPayV2 && easyPay != "":
		return PayMethod(Own(CodesEasyPayV2, easyPay))
	}
	return PayMethod(Own(CodesPayMethodsV2, method))
}

// OwnMethod is how the answers pay, in the words of V1; see OwnMethod.
func (a Answers) OwnMethod() PayMethod {
	return OwnMethod(a.Call(), string(a.Method()), a.stored().Get(EasyPayPath).Text())
}

// MethodNamed is the row of codes that names how the answers pay.
func (a Answers) MethodNamed() (Code, bool) {
	own := string(a.OwnMethod())
	for _, table := range []string{CodesPayMethods, CodesEasyPayV2, CodesPayMethodsV2} {
		if c, ok := CodeOf(table, own); ok {
			return c, true
		}
	}
	return Code{}, false
}

// EasyPayV2 is the method of V2 that wants the company beside it, at EasyPayPath.
const (
	EasyPayV2   = "EASY_PAY"
	EasyPayPath = "easyPay.easyPayProvider"
)

// MethodWords are a pay method of V1's words as V2 sends it.
func MethodWords(own string) (method, easyPay string) {
	if word := Word(CodesEasyPayV2, own); word != own {
		return EasyPayV2, word
	}
	if _, ok := CodeOf(CodesEasyPayV2, own); ok {
		return EasyPayV2, own
	}
	return Word(CodesPayMethodsV2, own), ""
}

package decode

import (
	"encoding/json"
	"reflect"
	"testing"
)

type inner struct {
	Ko string `json:"ko"`
	En string `json:"en"`
}

type below struct {
	Deep string `json:"deep"`
	Also *int   `json:"also"`
}

type row struct {
	below
	Shown
	Path    string              `json:"path"`
	Yes     bool                `json:"yes"`
	N       int                 `json:"n"`
	Label   inner               `json:"label"`
	Sources []string            `json:"sources"`
	When    map[string][]string `json:"when"`
	Parts   map[string]string   `json:"parts"`
	Inners  []inner             `json:"inners"`
	Skipped string              `json:"-"`
}

// Shown is embedded with its fields in sight of the library.
type Shown struct {
	Seen  *int             `json:"seen"`
	Limit map[string]inner `json:"limit"`
	Bare  string
}

// agree compares with the library in result and in whether there was an error.
func agree[T any](t *testing.T, raw string) {
	t.Helper()
	var got, want T
	gotErr, wantErr := JSON([]byte(raw), &got), json.Unmarshal([]byte(raw), &want)
	if (gotErr == nil) != (wantErr == nil) || gotErr == nil && !reflect.DeepEqual(got, want) {
		t.Errorf("%q: %+v, %v; the library says %+v, %v", raw, got, gotErr, want, wantErr)
	}
}

var cases = []string{
	`[]`, ` [ ] `, `null`, `{}`, `[{}]`, ``, `"`, `[`, `{`, `}`, `[{]`, `{"a":"b",}`, `[{},]`,
	`[{"path":"a","yes":true,"n":12,"label":{"ko":"가","en":"a"},"sources":["x","y"],"when":{"k":["v"]},"parts":{"a":"b"},"inners":[{"ko":"1"},{"en":"2"}]}]`,
	`[{"yes":false,"n":-1},{"n":0}]`, `[{"n":1.5}]`, `[{"n":01}]`, `[{"n":1e3}]`, `[{"n":99999999999999999999}]`, `[{"n":""}]`, `[{"yes":null,"sources":null}]`,
	`[{"sources":[],"inners":[],"when":{},"parts":{}}]`, `[{"unknown":{"deep":[1,{"x":"y"}]}}]`, `[{"PATH":"case"}]`, `[{"path":"a","path":"b"}]`,
	`[{"label":{"ko":"a"},"label":{"en":"b"}}]`, `[{"sources":["a","b"],"sources":["c"]}]`, `[{"-":"x","hidden":"y","":"z"}]`,
	`[{"path":"\n\"\\"}]`, `[{"path":"\/\u00e9\ud83d\ude00\ud800"}]`, `[{"path":"\x41"}]`, "[{\"path\":\"\t\"}]", "[{\"path\":\"\xff\"}]", `[{"path":"a"}]x`, `[{"path":"a"}{}]`,
	`[{"seen":1,"limit":{"x":{"ko":"a"}},"Bare":"b","deep":"c","also":2}]`, `[{"seen":null,"limit":null,"also":null}]`, `[{"bare":"x"}]`, `[{"seen":1,"seen":2}]`, `[{"label":null}]`,
	`{"a":"b","c":"d"}`, `{"a":"b","a":"c"}`, `{"a":1}`, `{"a":"b"`, `{"a" : "b" , "c":"d" }`, `{,"a":"b"}`,
}

func TestJSONAgreesWithTheLibrary(t *testing.T) {
	for _, raw := range cases {
		agree[[]row](t, raw)
		agree[map[string]string](t, raw)
		agree[row](t, raw)
	}
}

func FuzzJSONAgreesWithTheLibrary(f *testing.F) {
	for _, raw := range cases {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		agree[[]row](t, raw)
		agree[map[string]string](t, raw)
		agree[row](t, raw)
	})
}

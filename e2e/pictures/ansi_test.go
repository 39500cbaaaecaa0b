//go:build e2e

package pictures

import "testing"

func TestToHTML(t *testing.T) {
	const hangul = "text-align:center;width:2ch;"
	for _, c := range []struct {
		name, screen string
		cursor       *point
		want         string
	}{
		{"plain text and markup", "a<b\n", nil, "<div>a&lt;b</div>\n"},
		{"hangul is two cells", "가", nil, `<div><span style="` + hangul + `">가</span></div>` + "\n"},
		{"a line is drawn", "│", nil, `<div><span style="text-align:center;width:1ch;"><svg width="8" height="20"><path stroke="currentColor" d="M4 0V20"/></svg></span></div>` + "\n"},
		{"a colour ends where it ends", "\x1b[31ma\x1b[0mb", nil, `<div><span style="color:` + palette[1] + `;">a</span>b</div>` + "\n"},
		{"a style goes on in the next row", "\x1b[1ma\nb\x1b[m", nil,
			`<div><span style="font-weight:bold;">a</span></div>` + "\n" + `<div><span style="font-weight:bold;">b</span></div>` + "\n"},
		{"bright, 256 and exact colours", "\x1b[92ma\x1b[38;5;196mb\x1b[48;2;1;2;3mc", nil,
			`<div><span style="color:` + palette[10] + `;">a</span><span style="color:#ff0000;">b</span><span style="color:#ff0000;background:#010203;">c</span></div>` + "\n"},
		{"reversed", "\x1b[7ma", nil, `<div><span style="color:` + background + `;background:` + foreground + `;">a</span></div>` + "\n"},
		{"the cursor behind the text", "a", &point{2, 0}, `<div>a <span style="background:` + foreground + `;color:` + background + `;"> </span></div>` + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := toHTML(c.screen, c.cursor); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/ui/draft"
	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// The values that the walks type.
const (
	userCode   = "imp00000000"
	storeID    = "store-00000000-0000-4000-8000-000000000000"
	channelKey = "channel-key-00000000-0000-4000-8000-000000000000"
)

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, wizard.Korea)

// fakePage is a test page that has said all it has to say.
type fakePage struct {
	events []testpage.Event
	closed bool
}

func (p *fakePage) URL() string           { return "http://127.0.0.1:4000/page/token" }
func (p *fakePage) Door() (string, error) { return "http://127.0.0.1:4000/door/token", nil }
func (p *fakePage) Close() error          { p.closed = true; return nil }
func (p *fakePage) Events() <-chan testpage.Event {
	out := make(chan testpage.Event, 1)
	if len(p.events) == 0 {
		close(out)
		return out
	}
	out <- p.events[0]
	p.events = p.events[1:]
	return out
}

// driver is a person at a model: it presses keys and looks at the screen.
type driver struct {
	t      testing.TB
	m      *Model
	copied []string
	opened []string
	served []testpage.Options
	quit   bool
}

func drive(t testing.TB, c Config, w, h int, events ...testpage.Event) *driver {
	d := &driver{t: t}
	c.Version = "0.1"
	fake := world{
		ctx: context.Background(), version: c.Version, now: func() time.Time { return noon },
		today: func() string { return "2026-11-21" },
		copy:  func(_ context.Context, s string) error { d.copied = append(d.copied, s); return nil },
		open:  func(_ context.Context, url string) error { d.opened = append(d.opened, url); return nil },
		serve: func(_ context.Context, o testpage.Options) (server, error) {
			d.served = append(d.served, o)
			return &fakePage{events: events}, nil
		},
	}
	if c.Store != nil {
		fake.unfinished, fake.begin, fake.resume = c.Store.Unfinished, c.Store.Begin, c.Store.Resume
	}
	d.m = newModel(c, fake)
	d.size(w, h)
	return d
}

func (d *driver) send(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.run(cmd)
}

// run carries commands out at once, in order.
func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.QuitMsg:
		d.quit = true
	case nil:
	default:
		d.send(msg)
	}
}

func (d *driver) size(w, h int) { d.send(tea.WindowSizeMsg{Width: w, Height: h}) }

var namedKeys = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgdown": {Code: tea.KeyPgDown}, "pgup": {Code: tea.KeyPgUp},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "space": {Code: tea.KeySpace, Text: " "},
	"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+y": {Code: 'y', Mod: tea.ModCtrl}, "ctrl+z": {Code: 'z', Mod: tea.ModCtrl},
	"ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+w": {Code: 'w', Mod: tea.ModCtrl},
}

// press takes names of keys; anything else is typed, a syllable at a time.
func (d *driver) press(keys ...string) *driver {
	for _, k := range keys {
		if msg, ok := namedKeys[k]; ok {
			d.send(msg)
			continue
		}
		for _, r := range k {
			d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return d
}

func (d *driver) paste(s string) *driver {
	d.send(tea.PasteMsg{Content: s})
	return d
}

// lines are the screen as a person reads it.
func (d *driver) lines() []string { return strings.Split(ansi.Strip(d.m.View().Content), "\n") }

func (d *driver) screen() string { return strings.Join(d.lines(), "\n") }

// cursor is the cell of the real cursor, or nil.
func (d *driver) cursor() *tea.Cursor { return d.m.View().Cursor }

func (d *driver) sees(want string) {
	d.t.Helper()
	if got := d.screen(); !strings.Contains(got, want) {
		d.t.Errorf("the screen does not show %q:\n%s", want, got)
	}
}

func (d *driver) misses(unwanted string) {
	d.t.Helper()
	if got := d.screen(); strings.Contains(got, unwanted) {
		d.t.Errorf("the screen shows %q:\n%s", unwanted, got)
	}
}

// fits checks that no row is wider than the screen and none is missing.
func (d *driver) fits() {
	d.t.Helper()
	lines := d.lines()
	if len(lines) > max(d.m.lay.h, 1) {
		d.t.Errorf("%d rows on a screen of %d", len(lines), d.m.lay.h)
	}
	for y, line := range lines {
		if w := ansi.StringWidth(line); w > d.m.lay.w {
			d.t.Errorf("row %d is %d cells wide on a screen of %d: %q", y, w, d.m.lay.w, line)
		}
	}
	if c := d.cursor(); c != nil && (c.X < 0 || c.X >= d.m.lay.w || c.Y < 0 || c.Y >= d.m.lay.h) {
		d.t.Errorf("the cursor stands at %d,%d outside the screen", c.X, c.Y)
	}
}

// quick walks to the result of a quick start.
func (d *driver) quick() *driver {
	return d.press("enter").quickOn()
}

// quickOn is quick from its first question on.
func (d *driver) quickOn() *driver {
	for _, value := range []string{userCode, channelKey, "010-1234-5678"} {
		d.paste(value).press("enter")
	}
	return d
}

// both opens the result of a page in React and a server in Express.
func (d *driver) both() *driver {
	at := flow.Quick()
	for _, v := range []string{userCode, channelKey, "010-1234-5678"} {
		at, _ = at.With(at.Place(), flow.Entry{Text: v}).Next()
	}
	at = at.With("front_target", flow.Entry{Text: "react"}).With("server_target", flow.Entry{Text: "express"})
	for at.Place() != "" {
		at, _ = at.Next()
	}
	d.run(d.m.begin(at))
	return d
}

func storeIn(t testing.TB) *draft.Store {
	t.Helper()
	s, err := draft.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// paid are the events of a payment that a browser says went well.
func paid() []testpage.Event {
	fields := value.ObjectOf(
		value.Field{Key: "imp_uid", Value: value.Text("imp_123456789012")},
		value.Field{Key: "merchant_uid", Value: value.Text("order3f9c2b7a61d84e0f")},
	)
	at := func(s int) time.Time { return noon.Add(time.Duration(s) * time.Second) }
	return []testpage.Event{
		{Kind: testpage.Listening, At: at(0), URL: "http://127.0.0.1:4000/page/token"},
		{Kind: testpage.Page, At: at(1)},
		{Kind: testpage.SDK, At: at(2), State: testpage.Loaded},
		{Kind: testpage.Window, At: at(5), Attempt: 1, MerchantUID: "order3f9c2b7a61d84e0f"},
		{Kind: testpage.Result, At: at(48), Attempt: 1, Via: testpage.ViaCallback, Fields: fields, Verdict: testpage.VerdictClaimed},
	}
}

var bothLangs = []text.Lang{text.Ko, text.En}

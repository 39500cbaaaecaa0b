package tui

// init adds the moments of the desk to those that the goldens hold, and with
// them to every test that goes through all screens.
func init() {
	scenes = append(scenes, deskScenes...)
}

var deskScenes = []struct {
	name string
	do   func(*driver)
}{
	{"desk-box", func(d *driver) { d.desk() }},
	{"desk-pasted", func(d *driver) { d.desk().paste(customer(d.t)).press("left", "right") }},
	{"desk-found", func(d *driver) { d.checked(customer(d.t)) }},
	{"desk-scrolled", func(d *driver) {
		d.checked(customer(d.t)).press("down", "down", "down", "down", "down", "down", "down")
	}},
	{"desk-finding", func(d *driver) { d.checked(customer(d.t)).press("down", "enter") }},
	{"desk-keys", func(d *driver) { d.checked(customer(d.t)).press("?") }},
	{"desk-actions", func(d *driver) { d.checked(customer(d.t)).press("tab", "right") }},
	{"desk-assume", func(d *driver) { d.checked(customer(d.t)).press("m") }},
	{"desk-take", func(d *driver) { d.checked(customer(d.t)).press("w") }},
	{"desk-begun", func(d *driver) { d.checked(customer(d.t)).press("w", "enter").ctrl('o').ctrl('o') }},
	{"desk-masked", func(d *driver) { d.checked(customer(d.t)).ctrl('g').press("down", "up") }},
	{"desk-words", func(d *driver) { d.words() }},
	{"desk-meant", func(d *driver) { d.words().press(notFound) }},
	{"desk-guessed", func(d *driver) { d.words().press("PG 설정 정보가 없다고 나와요") }},
	{"desk-symptom", func(d *driver) { d.words().press(notFound, "enter") }},
	{"desk-unknown", func(d *driver) { d.words().press("zzz qqq") }},
}

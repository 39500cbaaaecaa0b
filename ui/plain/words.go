package plain

import "strings"

// command is what a line means that is just a word. A line that begins with
// "=" is always a value: what follows it.
type command string

const (
	back  command = "back"
	later command = "later"
	mend  command = "mend"
	help  command = "help"
	list  command = "list"
	quit  command = "quit"
	add   command = "add" // at the channel key: no channel yet
	ask   command = "ask" // at the channel key: no way into the console
	pg    command = "pg"  // at the channel key: none can be used
)

// words are known in both languages at once: who reads English help may still
// type on a Korean keyboard.
var words = map[string]command{
	"뒤로": back, "이전": back, "back": back,
	"나중에": later, "later": later,
	"고치기": mend, "mend": mend,
	"?": help, "도움말": help, "help": help,
	"목록": list, "list": list,
	"그만": quit, "quit": quit,
	"추가": add, "add": add,
	"요청": ask, "ask": ask,
	"pg": pg,
}

// command looks a line up. The ways on from the channel key are words only there.
func (t *talk) command(typed string) (command, bool) {
	c, ok := words[strings.ToLower(strings.TrimSpace(typed))]
	if (c == add || c == ask || c == pg) && !t.offers(string(c)) {
		return "", false
	}
	return c, ok
}

// offers reports whether the current question is a text question with that way on.
func (t *talk) offers(way string) bool {
	q := t.question()
	if q.Kind != "text" {
		return false
	}
	for _, o := range t.d.Options(q.ID) {
		if o.Value == way {
			return true
		}
	}
	return false
}

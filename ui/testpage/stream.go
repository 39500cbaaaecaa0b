package testpage

import "sync"

const (
	mostQueued = 4096 // what a page can make us remember while nobody reads
	mostKept   = 256  // what a reader still finds after the end
)

// stream hands events to a reader that may be slow, without holding up the
// handlers that emit them.
type stream struct {
	mu    sync.Mutex
	queue []Event
	wake  chan struct{}
	stop  chan struct{}
	out   chan Event
}

func newStream() *stream {
	s := &stream{wake: make(chan struct{}, 1), stop: make(chan struct{}), out: make(chan Event, mostKept)}
	go s.pump()
	return s
}

func (s *stream) emit(e Event) {
	s.mu.Lock()
	if len(s.queue) < mostQueued {
		s.queue = append(s.queue, e)
	}
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// end closes the channel behind what is queued. Call it once, after the last emit.
func (s *stream) end() { close(s.stop) }

func (s *stream) pump() {
	defer close(s.out)
	for {
		for e, ok := s.next(); ok; e, ok = s.next() {
			if !s.send(e) {
				return
			}
		}
		select {
		case <-s.wake:
		case <-s.stop:
			for e, ok := s.next(); ok && s.send(e); e, ok = s.next() {
			}
			return
		}
	}
}

func (s *stream) next() (Event, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) == 0 {
		return Event{}, false
	}
	e := s.queue[0]
	s.queue = s.queue[1:]
	return e, true
}

// send waits for the reader until the end; after it, what does not fit the
// channel is dropped, because a reader that is gone must not keep a goroutine.
func (s *stream) send(e Event) bool {
	select {
	case s.out <- e:
		return true
	case <-s.stop:
	}
	select {
	case s.out <- e:
		return true
	default:
		return false
	}
}

package testpage

import (
	"net"
	"net/http"
	"testing"
)

// line is a connection that knows whether it was closed.
type line struct {
	net.Conn
	closed bool
}

func (l *line) Close() error {
	l.closed = true
	return nil
}

func TestACrowdLosesItsOldestIdleConnection(t *testing.T) {
	var c crowd
	lines := make([]*line, mostConns+10)
	for i := range lines {
		lines[i] = &line{}
		c.state(lines[i], http.StateNew)
		if i < 3 {
			c.state(lines[i], http.StateActive)
		}
	}
	if len(c.conns) != mostConns {
		t.Errorf("%d connections are kept, want %d", len(c.conns), mostConns)
	}
	for i, l := range lines {
		if want := i >= 3 && i < 13; l.closed != want { // the three that are being answered stay
			t.Errorf("connection %d: closed is %v, want %v", i, l.closed, want)
		}
	}
	c.state(lines[0], http.StateClosed)
	if len(c.conns) != mostConns-1 || len(c.busy) != 2 {
		t.Errorf("%d kept and %d busy after one was closed", len(c.conns), len(c.busy))
	}
}

func TestACrowdOfBusyConnectionsLosesItsOldest(t *testing.T) {
	var c crowd
	first := &line{}
	for i := range mostConns + 1 {
		l := first
		if i > 0 {
			l = &line{}
		}
		c.state(l, http.StateNew)
		c.state(l, http.StateActive)
	}
	if !first.closed || len(c.conns) != mostConns {
		t.Errorf("closed is %v with %d kept", first.closed, len(c.conns))
	}
}

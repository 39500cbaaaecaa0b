package tui

import tea "charm.land/bubbletea/v2"

// scrolled is the text of the desk that the wheel turns; a list moves instead.
func (d *desk) scrolled() *pager {
	if d.face == faceFound || d.face == faceBox || d.face == faceWords {
		return nil
	}
	return &d.body
}

// clickDesk chooses a finding, and once more opens it.
func (m *Model) clickDesk(x, y int) tea.Cmd {
	d := &m.desk
	at := d.lay.list
	if d.face != faceFound || x < at.x || x >= at.x+at.w {
		return nil
	}
	item := d.list.itemAt(y - at.y)
	switch {
	case item < 0:
		return nil
	case item == d.list.at:
		return m.openFinding()
	}
	d.list.at = item
	d.list.show()
	m.sizeBody()
	return nil
}

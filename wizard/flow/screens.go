package flow

import "smartro-wizard/wizard"

// Screens are Questions as they stand together: neighbours that a row names
// for one screen are the fields of one form. A quick start asks each alone,
// with all its help. Do not change the rows.
func (d Draft) Screens() [][]*wizard.Question {
	all := d.walks()
	var screens [][]*wizard.Question
	for from := 0; from < len(all); {
		to := from + 1
		for d.start != quick && all[from].Screen != "" && to < len(all) && all[to].Screen == all[from].Screen {
			to++
		}
		screens = append(screens, all[from:to:to])
		from = to
	}
	return screens
}

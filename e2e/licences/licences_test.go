package licences

import "testing"

func TestKind(t *testing.T) {
	for text, want := range map[string]string{
		"Permission is hereby granted, free of\n charge, to any person":                 "MIT",
		"Apache License\n  Version 2.0, January 2004":                                   "Apache-2.0",
		"GNU GENERAL PUBLIC LICENSE\n Version 3":                                        "GPL",
		"GNU Lesser General Public License, version 2.1":                                "LGPL",
		"GNU AFFERO GENERAL PUBLIC LICENSE":                                             "AGPL",
		"Neither the name may be used to endorse or promote products":                   "BSD-3-Clause",
		"Redistributions in binary form must reproduce the above copyright notice":      "BSD-2-Clause",
		"Mozilla Public License Version 2.0":                                            "MPL-2.0",
		"Permission to use, copy, modify, and/or distribute this software for any":      "ISC",
		"You may look at this, but ask before you do anything else with the programme.": "",
	} {
		if got := Kind(text); got != want {
			t.Errorf("Kind(%.40q) = %q, want %q", text, got, want)
		}
	}
}

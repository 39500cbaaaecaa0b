//go:build e2e

package literals_test

import (
	"strings"

	"smartro-wizard/snippets/phplit"
	"smartro-wizard/snippets/python"
	"smartro-wizard/snippets/sh"
	"smartro-wizard/wizard/value"
)

var languages = []language{
	{
		name: "python", command: []string{"/usr/bin/python3", "-I"}, file: "values.py", encode: pythonText(python.Dialect{}), value: pythonValue,
		json: "import json\n\nprint(json.dumps(LITERAL))\n",
		places: []place{
			{name: "assignment", before: printPython, statement: "a = LITERAL\nprint(a.encode().hex())\n"},
			{name: "argument", before: printPython, statement: "show(LITERAL)\n"},
			{name: "class", before: printPython, statement: "class CNUMBER:\n    name: str = LITERAL\n\n\nshow(CNUMBER.name)\n"},
			{name: "default", before: printPython, statement: "def fNUMBER(a=LITERAL):\n    show(a)\n\n\nfNUMBER()\n"},
			{name: "dictionary", before: printPython + "for a in [\n", statement: "    {\"name\": LITERAL},\n", after: "]:\n    show(a[\"name\"])\n"},
			{name: "key", before: printPython + "for a in [\n", statement: "    {LITERAL: 1},\n", after: "]:\n    show(*a)\n"},
		},
	},
	{
		name: "python in ascii", command: []string{"/usr/bin/python3", "-I"}, file: "values.py", encode: pythonText(python.Dialect{ASCII: true}),
		places: []place{{name: "assignment", before: printPython, statement: "a = LITERAL\nprint(a.encode().hex())\n"}},
	},
	{
		name: "php", command: []string{"php", "-d", "display_errors=stderr", "-d", "error_reporting=-1"}, file: "values.php", encode: phpText(phplit.Dialect{}), value: phpValue,
		json:   "<?php\necho json_encode(LITERAL, JSON_THROW_ON_ERROR);\n",
		places: phpPlaces,
	},
	{
		name: "php in ascii", command: []string{"php", "-d", "display_errors=stderr", "-d", "error_reporting=-1"}, file: "values.php", encode: phpText(phplit.Dialect{ASCII: true}),
		places: []place{
			{name: "page in euc-kr", before: "<?php // \xb0\xe1\xc1\xa6\n", statement: "echo bin2hex(LITERAL), \"\\n\"; // \xb0\xe1\xc1\xa6\n"},
		},
	},
	shell("dash"),
	shell("bash"),
}

// shell is a POSIX shell. It gives all values to one od, whose bytes come a
// line each; a zero byte parts the values.
func shell(name string) language {
	const after = "} | od -An -v -tx1 | tr -s ' ' '\n' | awk 'NF { if ($1 == \"00\") { print s; s = \"\" } else s = s $1 }'\n"
	return language{
		name: name, command: []string{name}, file: "values.sh", lacks: "\x00",
		encode: func(s string) (string, error) {
			word, err := sh.String(s)
			return word.String(), err
		},
		careless: func(s string) string { return "'" + strings.ReplaceAll(s, "'", "") + "'" },
		places: []place{
			{name: "assignment", before: "{\n", statement: "a=LITERAL\nprintf '%s\\000' \"$a\"\n", after: after},
			{name: "argument", before: "{\n", statement: "printf '%s\\000' LITERAL\n", after: after},
			{name: "among others", before: "show() { printf '%s\\000' \"$2\"; }\n{\n", statement: "show a LITERAL b\n", after: after},
		},
	}
}

const printPython = "def show(a):\n    print(a.encode().hex())\n\n\n"

const php = "<?php\ndeclare(strict_types=1);\n\nfunction show(string $a): void\n{\n    echo bin2hex($a), \"\\n\";\n}\n\n"

var phpPlaces = []place{
	{name: "assignment", before: php, statement: "$a = LITERAL;\nshow($a);\n"},
	{name: "argument", before: php, statement: "show(LITERAL);\n"},
	{name: "constant", before: php, statement: "const A_NUMBER = LITERAL;\nshow(A_NUMBER);\n"},
	{name: "default", before: php, statement: "function f_NUMBER(string $a = LITERAL): void\n{\n    show($a);\n}\n\nf_NUMBER();\n"},
	{name: "array", before: php + "foreach ([\n", statement: "    ['name' => LITERAL],\n", after: "] as $a) {\n    show($a['name']);\n}\n"},
	{name: "key", before: php + "foreach ([\n", statement: "    [LITERAL => 1],\n", after: "] as $a) {\n    show((string) key($a));\n}\n"},
	{name: "page", before: php + "?>\n", statement: "<?= bin2hex(LITERAL) ?>\n\n"},
}

func pythonText(d python.Dialect) func(string) (string, error) {
	return func(s string) (string, error) {
		literal, err := d.String(s)
		return literal.String(), err
	}
}

func pythonValue(v value.Value) (string, error) {
	literal, err := python.Dialect{}.Encode(v)
	return literal.Indent("    ").String(), err
}

func phpValue(v value.Value) (string, error) {
	literal, err := phplit.Dialect{}.Encode(v)
	return literal.Indent("    ").String(), err
}

func phpText(d phplit.Dialect) func(string) (string, error) {
	return func(s string) (string, error) {
		literal, err := d.String(s)
		return literal.String(), err
	}
}

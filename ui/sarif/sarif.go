// Package sarif writes findings in the Static Analysis Results Interchange
// Format 2.1.0, which code hosts and editors read. It judges nothing.
package sarif

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"smartro-wizard/wizard"
)

// Rule is what is told of a rule apart from its findings.
type Rule struct {
	ID, Message, Why, Fix, Source string
	Severity                      wizard.Severity
	Moment                        wizard.Moment
}

// Log is the root of a SARIF file.
type Log struct {
	Schema  string `json:"$schema"`
	Version string `json:"version"`
	Runs    []run  `json:"runs"`
}

type run struct {
	Tool       tool     `json:"tool"`
	ColumnKind string   `json:"columnKind"`
	Language   string   `json:"language"`
	Results    []result `json:"results"`
}

type tool struct {
	Driver driver `json:"driver"`
}

type driver struct {
	Name            string       `json:"name"`
	Version         string       `json:"version"`
	SemanticVersion string       `json:"semanticVersion"`
	InformationURI  string       `json:"informationUri"`
	Rules           []descriptor `json:"rules"`
}

type message struct {
	Text string `json:"text"`
}

type descriptor struct {
	ID            string        `json:"id"`
	Short         message       `json:"shortDescription"`
	Full          message       `json:"fullDescription"`
	Help          message       `json:"help"`
	HelpURI       string        `json:"helpUri,omitempty"`
	Configuration configuration `json:"defaultConfiguration"`
	Properties    properties    `json:"properties"`
}

type configuration struct {
	Level string `json:"level"`
}

type properties struct {
	Tags []string `json:"tags"`
}

type result struct {
	RuleID    string     `json:"ruleId"`
	RuleIndex int        `json:"ruleIndex"`
	Kind      string     `json:"kind"`
	Level     string     `json:"level"`
	Message   message    `json:"message"`
	Locations []location `json:"locations"`
}

type location struct {
	Physical physical `json:"physicalLocation"`
}

type physical struct {
	Artifact artifact `json:"artifactLocation"`
	Region   region   `json:"region"`
}

type artifact struct {
	URI string `json:"uri"`
}

type region struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

// information is where what the findings speak of is told.
const information = "https://developers.portone.io/opi/ko/integration/pg/v1/smartro-v2/readme"

// Of makes the file. about tells of a rule by its id; only those that findings
// name are in the file. A language is ko or en.
func Of(findings []wizard.Finding, version, language string, about func(id string) Rule) Log {
	r := run{ColumnKind: "unicodeCodePoints", Language: map[string]string{"en": "en-US"}[language], Results: []result{}}
	if r.Language == "" {
		r.Language = "ko-KR"
	}
	r.Tool.Driver = driver{Name: "smartro-wizard", Version: version, SemanticVersion: version, InformationURI: information, Rules: []descriptor{}}
	for _, f := range findings {
		i := slices.IndexFunc(r.Tool.Driver.Rules, func(d descriptor) bool { return d.ID == f.Rule })
		if i < 0 {
			i = len(r.Tool.Driver.Rules)
			r.Tool.Driver.Rules = append(r.Tool.Driver.Rules, describe(about(f.Rule)))
		}
		r.Results = append(r.Results, resultOf(f, i))
	}
	return Log{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []run{r}}
}

func describe(r Rule) descriptor {
	return descriptor{
		ID: r.ID, Short: message{r.Message}, Full: message{r.Why}, Help: message{r.Fix}, HelpURI: address(r.Source),
		Configuration: configuration{level(r.Severity)}, Properties: properties{[]string{string(r.Moment)}},
	}
}

func address(s string) string {
	if u, err := url.Parse(s); err != nil || u.Scheme != "https" {
		return ""
	}
	return s
}

func level(s wizard.Severity) string {
	if s == wizard.SeverityInfo {
		return "note"
	}
	return string(s)
}

// resultOf writes one finding. What cannot be known is for a person to review.
func resultOf(f wizard.Finding, index int) result {
	r := result{RuleID: f.Rule, RuleIndex: index, Kind: "fail", Level: level(f.Severity), Message: message{f.Message + " " + f.Fix}}
	if f.State != wizard.StateFound {
		r.Kind, r.Level = "review", "none"
	}
	at := physical{artifact{uriOf(f.File)}, region{1, 1, 1, 1}} // of the whole file
	if f.Line > 0 {
		at.Region = region{f.Line, f.Column, f.EndLine, f.EndColumn}
	}
	r.Locations = []location{{at}}
	return r
}

// uriOf is a path as a relative reference.
func uriOf(path string) string {
	if path == "" {
		path = "stdin"
	}
	slash := filepath.ToSlash(path)
	if filepath.IsAbs(path) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(slash, "/")}).String()
	}
	return (&url.URL{Path: slash}).EscapedPath()
}

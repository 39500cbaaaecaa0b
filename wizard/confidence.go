package wizard

// Confidence is how well a row is founded.
type Confidence string

// The confidences. The zero value is Documented.
const (
	Documented   Confidence = ""             // stated by PortOne
	Corroborated Confidence = "corroborated" // stated by two independent sources
	Derived      Confidence = "derived"      // follows from what is stated; shown softly
)

// String gives the word that people and machines read.
func (c Confidence) String() string {
	if c == Documented {
		return "documented"
	}
	return string(c)
}

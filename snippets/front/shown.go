package front

// IDName is the order number in an order.
func (e Entry) IDName() Words { return e.data.OrderID }

// NewID is what makes one.
func (e Entry) NewID() Words { return e.data.NewID }

// FirstMoment is what follows the first day of a term of service: V1 takes
// days, V2 moments.
func (e Entry) FirstMoment() Words { return e.data.moment("T00:00:00+09:00") }

// LastMoment is the same of the day that ends it.
func (e Entry) LastMoment() Words { return e.data.moment("T23:59:59+09:00") }

func (d *Data) moment(time Words) Words {
	if !d.V2 {
		return ""
	}
	return ` + "` + time + `"`
}

// Number stands before an amount that a page shows, and Shown behind it.
func (e Entry) Number() Words {
	if e.data.plan.Cents() {
		return "("
	}
	return "Number("
}

// Shown is the amount in the money that it counts.
func (e Entry) Shown() Words {
	if e.data.plan.Cents() {
		return ` / 100).toFixed(2) + " USD"`
	}
	return ").toLocaleString() + TEXT.won"
}

package wizard

import "slices"

// Parts of a generated server that an operator calls, by their name in
// options.server. What every server has (complete, webhook, redirect, orders)
// has no name.
const (
	PartCancel   = "cancel"   // give money back
	PartAgain    = "again"    // charge a registered card
	PartSchedule = "schedule" // charge a registered card at a later time, and take that back
	PartVbank    = "vbank"    // issue a virtual account without a window
	PartEscrow   = "escrow"   // report the delivery of an escrow payment
	PartReceipt  = "receipt"  // issue a cash receipt
	PartPrepare  = "prepare"  // register number and amount before the window opens
)

// ServerParts are all parts, in the order in which servers have them.
var ServerParts = []string{PartCancel, PartAgain, PartSchedule, PartVbank, PartEscrow, PartReceipt, PartPrepare}

// Java versions that a generated Java server may be for.
const (
	Java8  = "8"
	Java11 = "11"
)

// PartsOf are the parts that PortOne and Smartro have for payments of a
// module, type and pay method. An unknown method may be any.
func PartsOf(module Module, typ Type, method PayMethod) []string {
	return slices.DeleteFunc(slices.Clone(ServerParts), func(part string) bool {
		switch part {
		case PartAgain, PartSchedule:
			return module != ModuleNew || typ != TypeBilling
		case PartVbank:
			return module != ModuleNew || typ != TypeGeneral
		case PartEscrow:
			return module != ModuleNew || typ != TypeEscrow
		case PartReceipt:
			return !slices.Contains([]PayMethod{"", "trans", "vbank"}, method)
		}
		return false
	})
}

package wizard

import (
	"slices"

	"smartro-wizard/wizard/text"
)

// Channel is one row module × mode × type of the console. MID is empty where
// Smartro issues it to the merchant. Entry is the V1 call that takes the
// payment and empty where V1 has none; Note then says what there is instead.
type Channel struct {
	Mode       Mode        `json:"mode"`
	Module     Module      `json:"module"`
	Type       Type        `json:"type"`
	MID        string      `json:"mid"`
	PayMethods []PayMethod `json:"pay_methods"`
	SDK        []SDK       `json:"sdk"` // the PortOne versions that this channel serves
	Label      text.Pair   `json:"label"`
	Name       string      `json:"name"` // proposed for 채널 이름
	Entry      string      `json:"entry"`
	Note       text.Pair   `json:"note"`
	Confidence Confidence  `json:"confidence"`
	Sources    []string    `json:"sources"`
}

// Built are the PortOne versions that this build makes code for.
var Built = []SDK{V1}

// Channels are all channels of Smartro. Do not change the rows.
func Channels() []Channel { return channelRows }

// ChannelOf finds the channel of a mode, module and type.
func ChannelOf(mode Mode, module Module, typ Type) (Channel, bool) {
	for _, c := range channelRows {
		if c.Mode == mode && c.Module == module && c.Type == typ {
			return c, true
		}
	}
	return Channel{}, false
}

// ChannelOfMID finds the test channel that a shared MID belongs to.
func ChannelOfMID(mid string) (Channel, bool) {
	i := slices.IndexFunc(channelRows, func(c Channel) bool { return c.MID != "" && c.MID == mid })
	if i < 0 {
		return Channel{}, false
	}
	return channelRows[i], true
}

// Opens reports whether V1 takes the payment in a window.
func (c Channel) Opens() bool { return c.Entry == RequestPay }

// MethodsOf are the pay methods of a module and type; none where there is no
// such channel.
func MethodsOf(module Module, typ Type) []PayMethod {
	c, _ := ChannelOf(ModeTest, module, typ)
	return c.PayMethods
}

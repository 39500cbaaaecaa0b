package wizard

// ScriptV1 is the current V1 script, the only one that knows channelKey and
// the new module. It puts IMP on the window.
const ScriptV1 = "https://cdn.iamport.kr/v1/iamport.js"

// ScriptV2 is the V2 script. It puts PortOne on the window.
const ScriptV2 = "https://cdn.portone.io/v2/browser-sdk.js"

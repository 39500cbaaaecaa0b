package wizard

// ScriptV1 is the current V1 script, the only one that knows channelKey and
// the new module. It puts IMP on the window.
const ScriptV1 = "https://cdn.iamport.kr/v1/iamport.js"

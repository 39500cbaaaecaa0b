import React, { useState, type FC as F } from 'react'
import type { Order } from './order'
import * as api from "./api"
import './side'

declare global { interface Window { IMP?: any } }
declare const IMP: any
interface Props<T extends object = {}> extends Base<T> { order: Order; onDone?: (id: string) => void }
type Method = 'card' | "trans" | { kind: `x${string}` }
type Deep<T> = T extends (infer U)[] ? Deep<U> : { [K in keyof T]: T[K] }
const METHODS = ['card', 'trans'] as const
export abstract class Pay<T> extends Base<T> implements A, B<C> {
  private readonly code: string = 'imp12345678'
  static #count = 0;
  declare x: number
  [key: string]: any
  constructor(private http: Http, public readonly name?: string) { super(); this.x = 1 }
  get total(): number { return 1 }
  async *pages<T>(this: Pay<T>, n = 1): AsyncGenerator<T, void> { yield* this.inner({ page: n }) }
  @Input() set value(v: string) { this.v = v }
  abstract go(): void
  static { Pay.#count = 1 }
  handler = async (e: React.MouseEvent<HTMLButtonElement>): Promise<void> => { await run({ from: 'class' }) }
}
function over(a: string): void
function over(a: number): void
function over(a: any) { return { a } }
function isString(x: unknown): x is string { return typeof x === 'string' }
const id = <T,>(x: T): T => x
const pick = <T extends object, K extends keyof T>(o: T, k: K) => o[k]
export default function Button({ order, onDone = () => {} }: Props<{ a: 1 }>) {
  const [busy, setBusy] = useState<boolean>(false)
  const ref = React.useRef<HTMLDivElement>(null!)
  const list = new Map<string, Array<Map<string, number>>>([['a', []]])
  const onClick = async () => {
    const imp = (window as unknown as { IMP: any }).IMP!
    imp?.request_pay?.({
      pg: 'html5_inicis' as const, pay_method: METHODS[0] satisfies Method,
      amount: +(order.amount as any) || 1_000, 'quoted-key': `plain`, [`com${'puted'}`]: true,
      buyer_tel: order?.phone ?? '', m_redirect_url: `${location.origin}/pay`, ...extra,
      custom_data: { list: [1, { deep: null }] }, re: /[/'"]\/(x)/gi, div: 4 / 2 / 1, method() { return { m: 1 } }, async am() {}, get g() { return 1 },
    }, (rsp: Rsp) => rsp.success ? onDone?.(rsp.imp_uid) : alert(`no: ${rsp.error_msg ?? `x${1}`}`))
    const y = busy ? ((a: number): number => a) : (b) => b
    const z = a < b && c > (d)
    if (a < b || c > d) return
    label: for (const { k, v: [w] } of list) { if (k) continue label; else break }
    for (let i = 0, n = 2; i < n; i++) {}
    for (const key in order) delete order[key]
    do { i-- } while (i > 0)
    switch (y) { case 'a': case (1): { break } default: throw new Error("x") }
    try { await api.go<string>({ t: 1 }) } catch { } finally { }
    return void 0
  }
  return (
    <>
      <div className="a" style={{ color: 'red', flex: 1 }} data-x-y={1} {...props}>
        텍스트 it's {busy ? <b key="k">진행</b> : null} {/* 설명 */}
        <Foo.Bar on={() => ({ z: 1 })} render={<i />} />
        <input value='it"s' disabled />
      </div>
    </>
  )
}
export { id, pick as choose }
export * from './x'
export const enumLike = { A: 'a', B: -1, C: 0x10, D: 1e3, E: .5 }

/** A list of 32-bit numbers that grows by doubling: what a plain array does, in a quarter of the memory. */
export class Growing {
  length = 0
  private items = new Uint32Array(1 << 20)

  push(item: number): void {
    if (this.length === this.items.length) {
      const wider = new Uint32Array(this.items.length * 2)
      wider.set(this.items)
      this.items = wider
    }
    this.items[this.length++] = item
  }

  at(index: number): number {
    return this.items[index]!
  }

  /** The numbers pushed so far; shares memory with the list. */
  view(): Uint32Array {
    return this.items.subarray(0, this.length)
  }
}

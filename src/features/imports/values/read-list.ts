/** The items of a cell that holds several: a JSON list, or parted by semicolons, lines or `between`. */
export function readList(text: string, between = /[;\n]/): string[] {
  const json = text.startsWith('[') ? readJson(text) : undefined
  const items = Array.isArray(json) ? json.map((item) => sayItem(item)) : text.split(between)
  return items.map((item) => item.trim()).filter(Boolean)
}

const sayItem = (item: unknown): string => {
  if (typeof item === 'string') return item
  if (typeof item !== 'object' || item === null) return JSON.stringify(item ?? '')
  const { name, value, email, label, title } = item as Record<string, unknown>
  return [name, value, email, label, title].find((one) => typeof one === 'string') ?? JSON.stringify(item)
}

/** What a cell of JSON holds; undefined when it is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** City, state and country of an address in JSON, of which exports have several shapes. */
export function readAddress(text: string): { city?: string; state?: string; country?: string } | undefined {
  const json = /^[[{]/.test(text) ? readJson(text) : undefined
  const address = (Array.isArray(json) ? json[0] : json) as Record<string, unknown> | undefined | null
  if (typeof address !== 'object' || address === null) return undefined
  const part = (...names: string[]) =>
    names.map((name) => address[name]).find((value): value is string => typeof value === 'string' && value !== '')
  const [city, state, country] = [
    part('city', 'locality', 'town'),
    part('state', 'region', 'admin_area_level_1'),
    part('country', 'countryCode'),
  ]
  return { ...(city ? { city } : {}), ...(state ? { state } : {}), ...(country ? { country } : {}) }
}

/** The mark of the app: layers of rock, the top one a rising line. */
export function Logo({ size = 24 }: { readonly size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 24 24" fill="none">
      <rect width="24" height="24" rx="6.5" className="fill-accent" />
      <path
        d="M5 17.5h14M5 14l4.2-2.2 3.6 1.6L19 9.6M5 10.2l4.2-3 3.6 1.8L17 5.6"
        className="stroke-on-accent"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
